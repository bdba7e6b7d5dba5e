import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** How the kinds of JSON values are called in a message. */
const KIND_NAMES: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

/**
 * What a schema has against a value, in words that its sender can act on: the first three faults, each with the
 * place of the field ("authors[2].orcid").
 */
export function issueText(error: z.ZodError, raw: unknown): string {
  const faults = error.issues.flatMap((issue) => faultsOf(issue, raw));
  const more = faults.length - 3;
  return faults.slice(0, 3).join("; ") + (more > 0 ? `; and ${more} more` : "");
}

function faultsOf(issue: Issue, raw: unknown, base: readonly PropertyKey[] = []): string[] {
  const path = [...base, ...issue.path];
  const value = valueAt(raw, path);
  const field = pathText(path);
  if (issue.code === "unrecognized_keys") {
    const names = issue.keys.slice(0, 5).map((key) => JSON.stringify(key));
    return [`unknown property ${names.join(", ")}${field && ` in ${field}`}`];
  }
  const alternative = issue.code === "invalid_union" ? issue.errors.find(takesThisKind) : undefined;
  if (alternative) return alternative.flatMap((nested) => faultsOf(nested, raw, path));
  return [`${field} ${fault(issue, value)}`.trimStart()];
}

/** Of the alternatives of a union the one is told that takes a value of this kind at all. */
function takesThisKind(issues: readonly Issue[]): boolean {
  return issues.every((issue) => issue.code !== "invalid_type" || issue.path.length > 0);
}

function fault(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      return value === undefined ? "is missing" : `must be ${KIND_NAMES[issue.expected] ?? issue.expected}`;
    case "invalid_union":
      return value === undefined ? "is missing" : "must be a text or an object";
    case "invalid_value":
      return `must be ${issue.values.map((known) => JSON.stringify(known)).join(" or ")}`;
    case "too_big":
      return tooBig(issue.origin, Number(issue.maximum));
    case "too_small":
      return issue.origin === "string" ? "is empty" : `is below ${issue.minimum}`;
    default:
      return issue.message;
  }
}

function tooBig(origin: string, maximum: number): string {
  if (origin === "string") return `is longer than ${maximum} characters`;
  return origin === "array" ? `has more than ${maximum} members` : `is above ${maximum}`;
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    raw,
  );
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}
