import "server-only";
import type { z } from "zod";
import type { Db } from "@/db/client";
import { isOutage } from "@/db/outage";
import { apiAt, fillIn } from "@/lib/api/addresses";
import { answerHeaders, answerPreflight } from "@/lib/api/answer-headers";
import type { Operation } from "@/lib/api/operation";
import { writeCursor } from "@/lib/api/paging";
import { ApiProblem, MovedHub } from "@/lib/api/problem";
import { problemAnswer } from "@/lib/api/problem-answer";
import { readPath, readQuery } from "@/lib/api/read-request";
import { type Allowance, takeRequest } from "@/lib/auth/rate-limits";
import { database } from "@/lib/database";
import { entityTag, isKnown } from "@/lib/entity-tag.mjs";
import { log } from "@/lib/log";
import { KEPT_FOR_A_SECOND } from "@/lib/shared-pages.mjs";

/** What `load` is given once it is known that the parameters are right. */
interface Asked<Path, Query> {
  db: Db;
  path: Path;
  query: Query;
  /** The absolute address of the page of a list that begins after `after`; null for null. */
  pageAfter: (after: unknown) => string | null;
}

interface Context {
  params: Promise<Record<string, string | string[] | undefined> | undefined>;
}

type Handler = (request: Request, context: Context) => Promise<Response>;

/** Gives the answer, with the headers of every answer among its own, or throws what went wrong. */
type Answering = (request: Request, context: Context, headers: Headers) => Promise<Response>;

/**
 * A route of the API: counts the request, reads its parameters by the schemas of the operation, and answers with what
 * `load` gives, typed by the schema of the answer. `load` throws `ApiProblem` or `MovedHub` where there is nothing to
 * answer with; whatever goes wrong is told as a problem of RFC 9457.
 */
export function apiRoute<Path extends z.ZodObject, Query extends z.ZodObject, Answer extends z.ZodType>(
  operation: Operation<Path, Query, Answer>,
  load: (asked: Asked<z.output<Path>, z.output<Query>>) => Promise<z.output<Answer>>,
) {
  return readOnly(async (request, context, headers) => {
    // Next gives none at all where the address has none.
    const params = (await context.params) ?? {};
    const path = readPath(operation, params);
    const { search, searchParams } = new URL(request.url);
    const query = readQuery(operation, searchParams);
    const pageAfter = (after: unknown) => {
      if (after === null) return null;
      const next = new URLSearchParams(searchParams);
      next.set("cursor", writeCursor(after));
      return `${apiAt(fillIn(operation.at, params))}?${next}`;
    };
    try {
      return jsonAnswer(await load({ db: database(), path, query, pageAfter }), request, headers);
    } catch (error) {
      if (!(error instanceof MovedHub)) throw error;
      const moved = apiAt(fillIn(operation.at, { ...params, slug: error.slug }));
      headers.set("location", `${moved}${search}`);
      return new Response(null, { status: 308, headers });
    }
  });
}

/** What stands at all other addresses below the API. */
export function apiWithout(detail: string) {
  return readOnly(async () => {
    throw new ApiProblem("not-found", detail);
  });
}

/** An answer as JSON; nothing but its tag where the reader has it already. */
function jsonAnswer(answer: unknown, request: Request, headers: Headers): Response {
  const body = JSON.stringify(answer);
  const tag = entityTag(body);
  headers.set("etag", tag);
  headers.set("cache-control", KEPT_FOR_A_SECOND);
  const next = (answer as { next?: unknown } | null)?.next;
  if (typeof next === "string") headers.set("link", `<${next}>; rel="next"`);
  if (isKnown(tag, request.headers.get("if-none-match"))) return new Response(null, { status: 304, headers });
  headers.set("content-type", "application/json");
  return new Response(body, { headers });
}

/** The methods of a route that can only be read. Next answers HEAD by GET. */
function readOnly(answer: Answering) {
  const GET: Handler = async (request, context) => {
    let allowance: Allowance | null = null;
    try {
      allowance = await takeRequest(senderOf(request));
      if (allowance.refused)
        throw new ApiProblem(
          "too-many-requests",
          `More than ${allowance.limit} requests came from your network in ${allowance.seconds} seconds. Please try again in ${allowance.reset} seconds.`,
        );
      return await answer(request, context, answerHeaders(allowance));
    } catch (error) {
      return problemAnswer(problemOf(error), request, answerHeaders(allowance));
    }
  };
  const refuse: Handler = async (request) =>
    problemAnswer(
      new ApiProblem(
        "method-not-allowed",
        `${request.method} is not possible here; there are GET, HEAD and OPTIONS.`,
      ),
      request,
      answerHeaders(null),
    );
  return { GET, OPTIONS: answerPreflight, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse };
}

const senderOf = (request: Request) => request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "";

/** What is told of an error. A bug is logged for the people who run the site and told without details. */
function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (isOutage(error))
    return new ApiProblem("unavailable", "The database does not answer. Please try again soon.");
  log().error({ err: error }, "a request of the API failed");
  return new ApiProblem("internal-error", "This should not have happened; it was written down.");
}
