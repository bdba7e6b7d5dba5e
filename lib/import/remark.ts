import { cutText, foldLine } from "./clean-text";
import type { Rejection, Warning } from "./record";

const WHERE_LIMIT = 300;
const REASON_LIMIT = 1000;

/** An entry that is left out. `where` is its place ("line 12"), `reason` what the sender can do about it. */
export function rejection(where: string, reason: string): Rejection {
  return { kind: "rejected", where: cutText(where, WHERE_LIMIT), reason: printable(reason) };
}

/** Something odd that was read all the same. */
export function warning(where: string, message: string): Warning {
  return { kind: "warning", where: cutText(where, WHERE_LIMIT), message: printable(message) };
}

/** The beginning of a foreign text in quotation marks, for a reason or a message. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${cutText(text, 80)}…` : text);
}

/** Any JSON value as it is written, for a reason or a message. */
export function quoteJson(value: unknown): string {
  return typeof value === "string" ? quote(value) : cutText(JSON.stringify(value) ?? "nothing", 80);
}

/** Messages may hold pieces of a broken file: they are made fit to be stored and shown on one line. */
export function printable(message: string): string {
  return cutText(foldLine(message).replace(/[\uD800-\uDFFF]/gu, "\uFFFD"), REASON_LIMIT);
}
