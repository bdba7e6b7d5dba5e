import { constants } from "node:os";
import { UserError } from "@/lib/errors";

/** Why a command ended early: a person or a service manager asked it to. */
class StoppedBySignal extends Error {
  constructor(readonly signal: "SIGINT" | "SIGTERM") {
    super(`stopped by ${signal}`);
  }
}

/** Aborts at the first SIGINT or SIGTERM, so that a command can end in order; a second one ends it at once. */
export function stopOnSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(codeOf(signal));
      stop.abort(new StoppedBySignal(signal));
    });
  return stop.signal;
}

/** What a shell expects of a program that a signal ended. */
const codeOf = (signal: "SIGINT" | "SIGTERM") => 128 + constants.signals[signal];

/** Runs a command; what the person can mend ends it with one line and exit code 2, a bug with its stack and 1. */
export async function endWithUserErrors(main: () => Promise<void>): Promise<void> {
  // Whoever read our output has gone, as in `… | head`: what is under way is still ended in order.
  process.stdout.on("error", () => undefined);
  try {
    await main();
  } catch (error) {
    if (error instanceof StoppedBySignal) {
      console.error("Stopped. What was written stays; import the file again to finish it.");
      process.exitCode = codeOf(error.signal);
    } else if (error instanceof UserError) {
      console.error(error.message);
      process.exitCode = 2;
    } else {
      console.error(error);
      process.exitCode = 1;
    }
  }
}
