import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation, disputedVotes, oldestFirst } from "@/db/schema/citation";
import { work } from "@/db/schema/work";
import { EVERYTHING, type Query } from "@/lib/citation/query";
import { citationMatches } from "./citer-query";
import { withIdentifier } from "./identifier-of-untitled";
import { LISTED_CITER_COLUMNS } from "./listed-citer-columns";
import { relevanceOf } from "./text-query";

/** The orders of a list of citers; the first is the one that nobody has to ask for. */
export const CITER_SORTS = ["newest", "oldest", "most_cited", "most_contested", "relevance"] as const;
export type CiterSort = (typeof CITER_SORTS)[number];

/** The place of the last row of a page in its order: sort value and work. */
export interface CiterCursor {
  value: string;
  workId: number;
}

const ascending = { order: asc, later: sql.raw(">") };
const descending = { order: desc, later: sql.raw("<") };

/** How an order sorts, and of what type its values are; works break ties. */
export function sorting(sort: CiterSort, query: Query) {
  switch (sort) {
    case "newest":
      return { ...descending, value: sql`${citation.published}`, type: sql.raw("text") };
    case "oldest":
      return { ...ascending, value: oldestFirst(citation.published), type: sql.raw("text") };
    case "most_cited":
      return { ...descending, value: sql`${citation.citedByCount}`, type: sql.raw("integer") };
    case "most_contested":
      return { ...descending, value: disputedVotes(citation), type: sql.raw("integer") };
    case "relevance":
      return { ...descending, value: relevanceOf(query), type: sql.raw("real") };
  }
}

/** The same order from its end. */
export const reversed = (way: ReturnType<typeof sorting>) => ({
  ...way,
  ...(way.order === asc ? descending : ascending),
});

/** One page of a hub's citers, and the cursor of the page after it (null on the last). */
export async function listCiters(
  db: Db,
  hubId: number,
  {
    query = EVERYTHING,
    sort,
    after,
    limit,
  }: { query?: Query; sort: CiterSort; after: CiterCursor | null; limit: number },
) {
  const { value, order, type, later } = sorting(sort, query);
  const onwards = after
    ? sql`(${value}, ${citation.workId}) ${later} (${after.value}::${type}, ${after.workId})`
    : undefined;
  const rows = await db
    .select({
      ...LISTED_CITER_COLUMNS,
      sortValue: sql<string>`(${value})::text`,
    })
    .from(citation)
    .innerJoin(work, eq(work.id, citation.workId))
    .where(and(shownCiters(hubId), citationMatches(query), onwards))
    .orderBy(order(value), order(citation.workId))
    .limit(limit + 1);
  const citers = rows.slice(0, limit).map(withIdentifier);
  const last = citers.at(-1);
  const next: CiterCursor | null =
    rows.length > limit && last ? { value: last.sortValue, workId: last.workId } : null;
  return { citers, next };
}

export type CiterRow = Awaited<ReturnType<typeof listCiters>>["citers"][number];

/** How many citers a query leaves. */
export async function countCiters(db: Db, hubId: number, query: Query): Promise<number> {
  const [row] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(citation)
    .where(and(shownCiters(hubId), citationMatches(query)));
  return row?.total ?? 0;
}

/** The citations of a hub that readers may see. */
export const shownCiters = (hubId: number): SQL | undefined =>
  and(eq(citation.hubId, hubId), isNull(citation.hiddenReason));
