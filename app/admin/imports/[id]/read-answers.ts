import { z } from "zod";
import { UserError } from "@/lib/errors";
import { Decision } from "@/lib/import/decision";
import { MOST_QUESTIONS } from "@/lib/import/report";

/** The name of the answer to the question that stands at this place, from 0. */
export const answerName = (at: number): `answer${number}` => `answer${at}`;

/** A field for each answer: what is not answered is not sent. */
export const ANSWER_FIELDS = Object.fromEntries(
  Array.from({ length: MOST_QUESTIONS }, (_, at) => [answerName(at), z.string().max(700).optional()]),
) as Record<`answer${number}`, z.ZodOptional<z.ZodString>>;

/** A decision as the value of a radio button. */
export function answerValue(decision: Decision): string {
  if (decision.kind === "work") return `work ${decision.workId}`;
  return decision.kind === "key" ? `key ${decision.otherKey}` : decision.kind;
}

/**
 * The decisions that a form sends: the answer of each place belongs to the key of that place.
 * @throws UserError when nothing is answered, or an answer says nothing.
 */
export function readAnswers(
  keys: readonly string[],
  answers: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, Decision> {
  const decisions = new Map<string, Decision>();
  for (const [at, key] of keys.entries()) {
    const answer = answers[answerName(at)];
    if (typeof answer !== "string" || answer === "") continue;
    const decision = Decision.safeParse(asDecision(answer));
    if (!decision.success) throw new UserError("One of the answers cannot be read. Look at the page anew.");
    decisions.set(key, decision.data);
  }
  if (decisions.size === 0) throw new UserError("Decide on one work at least, then save.");
  return decisions;
}

function asDecision(answer: string): unknown {
  const space = answer.indexOf(" ");
  if (space === -1) return { kind: answer };
  const [kind, rest] = [answer.slice(0, space), answer.slice(space + 1)];
  return kind === "work" ? { kind, workId: Number(rest) } : { kind, otherKey: rest };
}
