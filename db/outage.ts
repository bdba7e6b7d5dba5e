/** Codes of the system and of PostgreSQL by which a connection fails: refused, broken, too many, shutting down. */
const CODES = /^(?:ECONN\w+|EPIPE|ENOENT|ETIMEDOUT|EAI_AGAIN|57P0[1-3]|08\w{3}|53300)$/;

/** What `pg` says where there is no code. */
const WORDS =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i;

/** Whether an error means that the database cannot be reached, rather than that a statement was wrong. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === "string" && CODES.test(code)) return true;
  if (WORDS.test(error.message)) return true;
  if (error instanceof AggregateError && error.errors.some(isOutage)) return true;
  return isOutage(error.cause);
}
