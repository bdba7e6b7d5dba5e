import type { z } from "zod";
import type { Operation } from "./operation";
import { ApiProblem, type ParameterError } from "./problem";

/** The parameters of an address. One that cannot name anything means that nothing is there. */
export function readPath<Path extends z.ZodObject>(
  operation: Pick<Operation<Path>, "path">,
  params: Readonly<Record<string, unknown>>,
): z.output<Path> {
  const read = operation.path.safeParse(params);
  if (!read.success) throw new ApiProblem("not-found", "Nothing can be at this address.");
  return read.data;
}

/** The parameters of a query, each given once at most; all that is wrong is told at once. */
export function readQuery<Query extends z.ZodObject>(
  operation: Pick<Operation<z.ZodObject, Query>, "query">,
  params: URLSearchParams,
): z.output<Query> {
  const twice = [...new Set(params.keys())].filter((name) => params.getAll(name).length > 1);
  const read = operation.query.safeParse(Object.fromEntries(params));
  const errors = [
    ...twice.map((parameter) => ({ parameter, detail: "may be given only once" })),
    ...(read.success ? [] : read.error.issues.flatMap((issue) => parameterErrors(issue, operation.query))),
  ];
  if (errors.length > 0 || !read.success) throw new ApiProblem("invalid-parameter", summary(errors), errors);
  return read.data;
}

function parameterErrors(issue: z.core.$ZodIssue, query: z.ZodObject): ParameterError[] {
  if (issue.code !== "unrecognized_keys")
    return [{ parameter: String(issue.path[0] ?? ""), detail: issue.message }];
  const known = Object.keys(query.shape);
  const detail =
    known.length === 0 ? "there are no parameters here" : `is not known; there are ${list(known)}`;
  return issue.keys.map((parameter) => ({ parameter, detail }));
}

const list = (names: readonly string[]) => names.join(", ").replace(/, ([^,]*)$/, " and $1");

const summary = (errors: readonly ParameterError[]) =>
  errors.map(({ parameter, detail }) => `${parameter}: ${detail}.`).join(" ");
