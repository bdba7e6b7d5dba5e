import type { Route } from "next";
import { z } from "zod";
import { type Found, SEARCH_SORTS, type SearchSort } from "@/db/queries/search";
import { SEARCH_KINDS, type SearchKind } from "@/db/queries/search-conditions";
import type { Query } from "@/lib/citation/query";
import { LONGEST_QUERY, parseQuery, type QueryProblem } from "@/lib/citation/query-language";

/** What the address of the search asks for. */
interface SearchView {
  /** The query as it was typed. */
  text: string;
  /** Null: the first kind of which something is found. */
  kind: SearchKind | null;
  sort: SearchSort;
  after: Found | null;
}

export interface SiteSearch extends SearchView {
  query: Query;
  problems: readonly QueryProblem[];
}

const Text = z.string().transform((text) =>
  text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 2 * LONGEST_QUERY),
);
const Kind = z.enum(SEARCH_KINDS);
const Sort = z.enum(SEARCH_SORTS);
/** Sort value, hub and number of the last row before the page: `2026-05_3_17`, or `0.06_3_17` by relevance. */
const Place = z
  .string()
  .regex(/^[\d.e-]{0,20}_[1-9]\d{0,14}_[1-9]\d{0,14}$/)
  .transform((text): Found => {
    const [value = "", hubId, id] = text.split("_");
    return { value, hubId: Number(hubId), id: Number(id) };
  });

const FITS: Readonly<Record<SearchSort, RegExp>> = {
  relevance: /^\d{1,2}(?:\.\d{1,12})?(?:e-[0-2]?\d)?$/,
  newest: /^(?:\d{4}(?:-\d{2}){0,2})?$/,
};

const FALLBACK_SORT: SearchSort = SEARCH_SORTS[0];

/** Reads the parameters of the search. One that is malformed counts as not given; of a repeated one the first counts. */
export function readSiteSearch(params: Readonly<Record<string, string | string[] | undefined>>): SiteSearch {
  const one = (name: string) => [params[name]].flat()[0];
  const text = Text.catch("").parse(one("q"));
  const sort = Sort.catch(FALLBACK_SORT).parse(one("sort"));
  const after = Place.nullable().catch(null).parse(one("after"));
  return {
    text,
    ...parseQuery(text),
    kind: Kind.nullable().catch(null).parse(one("kind")),
    sort,
    after: after !== null && FITS[sort].test(after.value) ? after : null,
  };
}

/** The address of a search; what is not asked for stays out of it. */
export function searchHref(view: Partial<SearchView> = {}): Route {
  return `/search${searchParameters(view)}` as Route;
}

/** A search as the end of an address. */
export function searchParameters({ text, kind, sort, after }: Partial<SearchView>): string {
  const params = new URLSearchParams();
  if (text) params.set("q", text);
  if (kind) params.set("kind", kind);
  if (sort && sort !== FALLBACK_SORT) params.set("sort", sort);
  if (after) params.set("after", `${after.value}_${after.hubId}_${after.id}`);
  return params.size > 0 ? `?${params}` : "";
}
