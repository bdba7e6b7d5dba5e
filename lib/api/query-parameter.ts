import { z } from "zod";
import type { Query } from "@/lib/citation/query";
import { LONGEST_QUERY, parseQuery } from "@/lib/citation/query-language";
import { ApiProblem } from "./problem";

/** The parameter that holds a query in the language of the explorer. */
export const QueryText = z
  .string()
  .max(LONGEST_QUERY, `must be ${LONGEST_QUERY} characters long at most`)
  .default("")
  .describe("A query in the language of the explorer, such as `role:method year:2020.. -is:self`.");

/**
 * Reads a query.
 *
 * @throws ApiProblem that names the place of every mistake, and what could stand there.
 */
export function readQueryText(text: string): Query {
  const { query, problems } = parseQuery(text);
  if (problems.length === 0) return query;
  const errors = problems.map(({ at, length, message, suggestion }) => ({
    parameter: "q",
    detail: message,
    start: at,
    end: at + length,
    ...(suggestion === null ? {} : { suggestion }),
  }));
  throw new ApiProblem("invalid-query", problems.map(({ message }) => message).join(" "), errors);
}
