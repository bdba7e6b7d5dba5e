import type { Route } from "next";
import { EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";
import { checkWarmUp, type WarmUpAnswer } from "@/lib/citation/warm-up";
import { WARM_UP_ITEMS } from "@/lib/citation/warm-up-items";
import { oneOf, withQuery } from "../search-params";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** How far somebody is in the warm-up; the address holds all of it, so that it needs no script and no table. */
export interface WarmUpState {
  /** The right answers so far, in the order of the items. */
  passed: WarmUpAnswer[];
  /** The answer to the item that is open, once there is one. */
  answer: WarmUpAnswer | null;
}

const known = <Value extends string>(values: readonly Value[], text: string | undefined): Value | null =>
  values.find((value) => value === text) ?? null;

const readAnswer = (role?: string, polarity?: string, basis?: string): WarmUpAnswer => ({
  role: known(ROLES, role),
  polarity: known(POLARITIES, polarity),
  basis: known(EVIDENCE_BASES, basis),
});

/** Whether an answer is right on every axis of the item with this number, from 0. */
export function isRight(item: number, answer: WarmUpAnswer): boolean {
  const of = WARM_UP_ITEMS[item];
  if (of === undefined) return false;
  const { role, polarity, basis } = checkWarmUp(of, answer);
  return role.right && polarity.right && (basis?.right ?? true);
}

/** Reads the answers that an address or a form claims; those from the first wrong one on are left out. */
export function readPassed(text: string | undefined): WarmUpAnswer[] {
  const answers = (text ?? "").split("~").map((one) => readAnswer(...one.split(".")));
  const wrong = answers.findIndex((answer, item) => !isRight(item, answer));
  return wrong === -1 ? answers : answers.slice(0, wrong);
}

export function formatPassed(passed: readonly WarmUpAnswer[]): string {
  return passed.map(({ role, polarity, basis }) => [role, polarity, basis ?? ""].join(".")).join("~");
}

export function readWarmUp(query: Query): WarmUpState {
  const answer = readAnswer(oneOf(query.role), oneOf(query.polarity), oneOf(query.basis));
  const answered = answer.role !== null && answer.polarity !== null;
  return { passed: readPassed(oneOf(query.passed)), answer: answered ? answer : null };
}

/** The address of the item after those that were passed. */
export function warmUpPath(passed: readonly WarmUpAnswer[], from: string | undefined): Route {
  return withQuery("/annotate/warm-up", { passed: formatPassed(passed) || undefined, from });
}
