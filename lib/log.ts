import pino, { type Logger } from "pino";
import { loggedError } from "./logged-error";
import { currentRequest } from "./request-log";

// Kept on globalThis: Next bundles this module once for pages and once for what runs at the start.
const KEPT = Symbol.for("spokes.log");
const kept = globalThis as typeof globalThis & { [KEPT]?: Logger };

/**
 * The log: one JSON object a line, on standard error. Nothing about a person is ever written to it: no address, handle,
 * e-mail address, typed word, cookie or token; errors go through `loggedError`, which leaves out what was typed.
 */
export function log(): Logger {
  kept[KEPT] ??= pino(
    {
      level: process.env.LOG_LEVEL || "info",
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      serializers: { err: loggedError },
      mixin: () => ({ request: currentRequest() }),
    },
    // Written at once, so that a crash loses no line.
    pino.destination({ fd: 2, sync: true }),
  );
  return kept[KEPT];
}
