import { z } from "zod";
import { named } from "./named-schema";

/** Everything that can go wrong, by the last part of its address. */
export const PROBLEM_KINDS = {
  "invalid-parameter": { status: 400, title: "A parameter is wrong" },
  "invalid-query": { status: 400, title: "The query has mistakes" },
  "not-found": { status: 404, title: "There is nothing at this address" },
  "method-not-allowed": { status: 405, title: "The API can only be read" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  "internal-error": { status: 500, title: "The site made a mistake" },
  unavailable: { status: 503, title: "The site cannot answer for the moment" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemKind = keyof typeof PROBLEM_KINDS;

/** The media type of RFC 9457. */
export const PROBLEM_TYPE = "application/problem+json";

const ParameterError = named(
  "ParameterError",
  "One thing that is wrong with a parameter.",
  z.object({
    parameter: z.string().describe("The name of the parameter."),
    detail: z.string().describe("What is wrong, and what it must be."),
    start: z
      .int()
      .min(0)
      .optional()
      .describe("Of a query: where the mistake begins, in UTF-16 units from 0."),
    end: z
      .int()
      .min(0)
      .optional()
      .describe("Of a query: where the mistake ends; the unit there is not part of it."),
    suggestion: z.string().optional().describe("What could stand there instead."),
  }),
);
export type ParameterError = z.infer<typeof ParameterError>;

export const Problem = named(
  "Problem",
  "Why a request was not answered (RFC 9457).",
  z.object({
    type: z.url().describe("Which kind of problem; the address explains it."),
    title: z.string().describe("The kind in words, the same each time."),
    status: z.int().describe("The status of the answer."),
    detail: z.string().describe("What went wrong this time."),
    instance: z.string().describe("The path that was asked for."),
    errors: z.array(ParameterError).optional().describe("What is wrong with each parameter."),
  }),
);
export type Problem = z.infer<typeof Problem>;

/** Thrown by whatever answers a request of the API; becomes an answer of RFC 9457. */
export class ApiProblem extends Error {
  override name = "ApiProblem";

  constructor(
    readonly kind: ProblemKind,
    detail: string,
    readonly errors?: readonly ParameterError[],
  ) {
    super(detail);
  }
}

/** Thrown when the hub that a request names has another address now; becomes a redirect. */
export class MovedHub extends Error {
  override name = "MovedHub";

  constructor(readonly slug: string) {
    super(`The hub is now called ${slug}.`);
  }
}
