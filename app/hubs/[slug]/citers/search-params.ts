import type { Route } from "next";
import { z } from "zod";
import { CITER_SORTS, type CiterCursor, type CiterFilter, type CiterSort } from "@/db/queries/citers";

/** What the address of the explorer asks for. */
export interface CiterSearch extends CiterFilter {
  sort: CiterSort;
  after: CiterCursor | null;
}

/** A page's search parameters as Next hands them over. */
export type RawParams = Readonly<Record<string, string | string[] | undefined>>;

const LONGEST_QUERY = 200;
const LARGEST_COUNT = 2 ** 31 - 1;

/** Signs alone look for nothing. */
const Words = z.string().transform((text) =>
  /[\p{L}\p{N}]/u.test(text)
    ? text
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim()
        .slice(0, LONGEST_QUERY)
    : "",
);
const Year = z
  .string()
  .trim()
  .regex(/^[12]\d{3}$/)
  .transform(Number);
const Sort = z.enum(CITER_SORTS);
/** Sort value and work of the last row before the page: `2026-05.123`, or `17.123` when sorted by a count. */
const Cursor = z
  .string()
  .regex(/^[\d-]*\.[1-9]\d{0,14}$/)
  .transform((text) => {
    const dot = text.indexOf(".");
    return { value: text.slice(0, dot), workId: Number(text.slice(dot + 1)) };
  });

const DATE_VALUE = /^(?:\d{4}(?:-\d{2}){0,2})?$/;
const CURSOR_FITS: Readonly<Record<CiterSort, (value: string) => boolean>> = {
  newest: (value) => DATE_VALUE.test(value),
  oldest: (value) => DATE_VALUE.test(value),
  most_cited: (value) => /^\d{1,10}$/.test(value) && Number(value) <= LARGEST_COUNT,
};

const FALLBACK_SORT: CiterSort = CITER_SORTS[0];

/** Reads the parameters of the explorer. One that is malformed counts as not given; of a repeated one the first counts. */
export function readCiterSearch(params: RawParams): CiterSearch {
  const one = (name: string) => [params[name]].flat()[0];
  const sort = Sort.catch(FALLBACK_SORT).parse(one("sort"));
  const after = Cursor.nullable().catch(null).parse(one("after"));
  return {
    words: Words.catch("").parse(one("q")),
    fromYear: Year.nullable().catch(null).parse(one("from")),
    toYear: Year.nullable().catch(null).parse(one("to")),
    sort,
    after: after !== null && CURSOR_FITS[sort](after.value) ? after : null,
  };
}

/** Whether the search leaves citers out. */
export function isFiltered({ words, fromYear, toYear }: CiterFilter): boolean {
  return words !== "" || fromYear !== null || toYear !== null;
}

/** The address of the explorer for a search; what is not asked for stays out of it. */
export function citersHref(slug: string, search: Partial<CiterSearch> = {}): Route {
  const { words, fromYear, toYear, sort, after } = search;
  const query = new URLSearchParams();
  if (words) query.set("q", words);
  if (fromYear) query.set("from", String(fromYear));
  if (toYear) query.set("to", String(toYear));
  if (sort && sort !== FALLBACK_SORT) query.set("sort", sort);
  if (after) query.set("after", `${after.value}.${after.workId}`);
  return `/hubs/${slug}/citers${query.size > 0 ? `?${query}` : ""}` as Route;
}
