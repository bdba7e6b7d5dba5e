/** Codes of the system and of PostgreSQL by which a connection fails: refused, broken, too many, shutting down. */
const CODES =
  /^(?:ECONN\w+|EHOST\w+|ENET\w+|EPIPE|ENOENT|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|57P0[1-5]|08\w{3}|53300)$/;

/** What `pg` says where there is no code. */
const WORDS =
  /connection terminated|timeout exceeded when trying to connect|timeout expired|client has encountered a connection error/i;

/** Whether an error means that the database cannot be reached, rather than that a statement was wrong. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === "string" && CODES.test(code)) return true;
  if (WORDS.test(error.message)) return true;
  if (error instanceof AggregateError && error.errors.some(isOutage)) return true;
  return isOutage(error.cause);
}

/** The database was lost while a transaction was being committed: only a look at the data can tell whether it was. */
export class UncertainCommitError extends Error {
  override name = "UncertainCommitError";
}

/** Whether something may have been saved although the error is an outage. */
export function mayHaveCommitted(error: unknown): boolean {
  return error instanceof UncertainCommitError || (error instanceof Error && mayHaveCommitted(error.cause));
}
