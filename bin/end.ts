import { UserError } from "@/lib/errors";

/** Runs a command; what the person can mend ends it with one line and exit code 2, a bug with its stack and 1. */
export async function endWithUserErrors(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (error instanceof UserError) {
      console.error(error.message);
      process.exitCode = 2;
    } else {
      console.error(error);
      process.exitCode = 1;
    }
  }
}
