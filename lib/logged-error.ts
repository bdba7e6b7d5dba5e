/** What the log says of an error. */
interface LoggedError {
  name: string;
  message: string;
  code?: string;
  stack?: string;
  digest?: string;
  cause?: LoggedError;
}

const DEEPEST_CAUSE = 4;
const LONGEST_LINE = 2_000;

/**
 * An error without what people typed: drizzle puts the parameters of a query into its message, and PostgreSQL quotes the
 * values that it could not read.
 */
export function loggedError(thrown: unknown, depth = 0): LoggedError {
  if (!(thrown instanceof Error))
    return { name: typeof thrown, message: "something that is no error was thrown" };
  const { name, code, digest, stack, cause } = thrown as Error & Partial<Record<"code" | "digest", string>>;
  const message = safeMessage(thrown);
  return {
    name,
    message,
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof digest === "string" ? { digest } : {}),
    ...(stack ? { stack: framesOf(stack) } : {}),
    ...(cause === undefined || depth === DEEPEST_CAUSE ? {} : { cause: loggedError(cause, depth + 1) }),
  };
}

/** What the log says of an error whose words may quote what was sent: what it is and where it was thrown. */
export function faultOf(thrown: unknown): Pick<LoggedError, "name" | "stack"> {
  const { name, stack } = loggedError(thrown);
  return { name, stack };
}

function safeMessage(error: Error): string {
  const { message } = error;
  if ("query" in error && "params" in error)
    return `Failed query: ${String(error.query)}`.slice(0, LONGEST_LINE);
  // PostgreSQL: data exceptions quote the value, constraints their own names only.
  if ("severity" in error && "code" in error && !/^(?:08|40|42|53|55|57|58|XX)/.test(String(error.code)))
    return "constraint" in error && error.constraint
      ? `violates ${String(error.constraint)}`
      : "a value was refused";
  return message.slice(0, LONGEST_LINE);
}

/** The places of a stack, without the message before them. */
const framesOf = (stack: string): string =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
