import { pageAt } from "./addresses";
import { type ApiProblem, PROBLEM_KINDS, PROBLEM_TYPE, type Problem } from "./problem";

/** The answer of RFC 9457 that tells a problem; `headers` are those of every answer and are changed. */
export function problemAnswer(problem: ApiProblem, request: Request, headers: Headers): Response {
  const { kind, message, errors } = problem;
  const { status, title } = PROBLEM_KINDS[kind];
  const body: Problem = {
    type: pageAt(`/api#${kind}`),
    title,
    status,
    detail: message,
    instance: new URL(request.url).pathname,
    ...(errors === undefined ? {} : { errors: [...errors] }),
  };
  headers.set("content-type", PROBLEM_TYPE);
  if (kind === "method-not-allowed") headers.set("allow", "GET, HEAD, OPTIONS");
  if (kind === "unavailable") headers.set("retry-after", "5");
  return new Response(JSON.stringify(body), { status, headers });
}
