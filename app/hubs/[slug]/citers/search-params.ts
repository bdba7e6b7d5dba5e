import type { Route } from "next";
import { z } from "zod";
import { citerPath } from "@/app/_citation/citer-metadata";
import { CITER_SORTS, type CiterCursor, type CiterSort } from "@/db/queries/citer-order";
import type { Query } from "@/lib/citation/query";
import { LONGEST_QUERY, parseQuery, type QueryProblem } from "@/lib/citation/query-language";

/** A view of a hub's citers, as its address asks for it. */
export interface CiterView {
  /** The query as it was typed. */
  text: string;
  sort: CiterSort;
  after: CiterCursor | null;
}

export interface CiterSearch extends CiterView {
  query: Query;
  problems: readonly QueryProblem[];
}

/** A page's search parameters as Next hands them over. */
export type RawParams = Readonly<Record<string, string | string[] | undefined>>;

const LARGEST_COUNT = 2 ** 31 - 1;

/** Cut only past what is read, so that the query itself says that it is too long. */
const Text = z.string().transform((text) =>
  text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 2 * LONGEST_QUERY),
);
const Sort = z.enum(CITER_SORTS);
/** Sort value and work of the last row before the page: `2026-05.123`, or `17.123` when sorted by a count. */
const Cursor = z
  .string()
  .regex(/^[\d.e-]{0,24}\.[1-9]\d{0,14}$/)
  .transform((text) => {
    const dot = text.lastIndexOf(".");
    return { value: text.slice(0, dot), workId: Number(text.slice(dot + 1)) };
  });

const isDate = (value: string) => /^(?:\d{4}(?:-\d{2}){0,2})?$/.test(value);
const isCount = (value: string) => /^\d{1,10}$/.test(value) && Number(value) <= LARGEST_COUNT;
const CURSOR_FITS: Readonly<Record<CiterSort, (value: string) => boolean>> = {
  newest: isDate,
  oldest: isDate,
  most_cited: isCount,
  most_contested: isCount,
  relevance: (value) => /^(?:0|[1-9]\d?)(?:\.\d{1,12})?(?:e-\d{1,2})?$/.test(value),
};

const FALLBACK_SORT: CiterSort = CITER_SORTS[0];

/** Reads the parameters of the explorer. One that is malformed counts as not given; of a repeated one the first counts. */
export function readCiterSearch(params: RawParams): CiterSearch {
  const one = (name: string) => [params[name]].flat()[0];
  const text = Text.catch("").parse(one("q"));
  const sort = Sort.catch(FALLBACK_SORT).parse(one("sort"));
  const after = Cursor.nullable().catch(null).parse(one("after"));
  return {
    text,
    ...parseQuery(text),
    sort,
    after: after !== null && CURSOR_FITS[sort](after.value) ? after : null,
  };
}

/** The address of the explorer for a view; what is not asked for stays out of it. */
export function citersHref(slug: string, view: Partial<CiterView> = {}): Route {
  return `/hubs/${slug}/citers${viewParams(view)}` as Route;
}

/**
 * The address of a citer of a view. In the list that nobody has to ask for that is the citer's own page, which leads to
 * the same neighbours.
 */
export function citerInViewHref(slug: string, workId: number, { text, sort }: CiterView): Route {
  const params = viewParams({ text, sort });
  return params === "" ? citerPath(workId) : (`/hubs/${slug}/citers/${workId}${params}` as Route);
}

function viewParams({ text, sort, after }: Partial<CiterView>): string {
  const params = new URLSearchParams();
  if (text) params.set("q", text);
  if (sort && sort !== FALLBACK_SORT) params.set("sort", sort);
  if (after) params.set("after", `${after.value}.${after.workId}`);
  return params.size > 0 ? `?${params}` : "";
}
