import { asc, desc, sql } from "drizzle-orm";
import { citation, disputedVotes, oldestFirst } from "@/db/schema/citation";
import { work } from "@/db/schema/work";
import type { Query } from "@/lib/citation/query";
import { relevanceOf } from "./text-query";

/** The orders of a list of citers; the first is the one that nobody has to ask for. */
export const CITER_SORTS = ["newest", "oldest", "most_cited", "most_contested", "relevance"] as const;
export type CiterSort = (typeof CITER_SORTS)[number];

/** The place of a citer in an order: sort value and work. */
export interface CiterCursor {
  value: string;
  workId: number;
}

const ascending = { order: asc, later: sql.raw(">") };
const descending = { order: desc, later: sql.raw("<") };

const ofCitations = { from: sql`${citation}`, indexed: true, isByDate: false };
const ofWorks = {
  from: sql`${citation} join ${work} on ${work.id} = ${citation.workId}`,
  indexed: false,
  isByDate: false,
};

/**
 * How an order sorts, of what type its values are, what they are read from, whether an index has them in order, and whether
 * that is the order of the dates; works break ties.
 */
export function sorting(sort: CiterSort, query: Query) {
  switch (sort) {
    case "newest":
      return {
        ...descending,
        ...ofCitations,
        isByDate: true,
        value: sql`${citation.published}`,
        type: sql.raw("text"),
      };
    case "oldest":
      return {
        ...ascending,
        ...ofCitations,
        isByDate: true,
        value: oldestFirst(citation.published),
        type: sql.raw("text"),
      };
    case "most_cited":
      return {
        ...descending,
        ...ofCitations,
        value: sql`${citation.citedByCount}`,
        type: sql.raw("integer"),
      };
    case "most_contested":
      return { ...descending, ...ofCitations, value: disputedVotes(citation), type: sql.raw("integer") };
    case "relevance":
      return { ...descending, ...ofWorks, value: relevanceOf(query), type: sql.raw("real") };
  }
}

type Sorting = ReturnType<typeof sorting>;

/** The same order from its end. */
export const reversed = (way: Sorting): Sorting => ({
  ...way,
  ...(way.order === asc ? descending : ascending),
});
