import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation } from "@/db/schema/citation";
import { work } from "@/db/schema/work";
import { EVERYTHING, type Query } from "@/lib/citation/query";
import { citationMatches } from "./citer-query";
import { type CiterCursor, type CiterSort, reversed, shownCiters, sorting } from "./citers";

interface View {
  query: Query;
  sort: CiterSort;
}

const NEWEST_FIRST: View = { query: EVERYTHING, sort: "newest" };

/**
 * The citers before and after one in a view of a hub's citers; null at either end. Null for both together: the view does
 * not hold the citer.
 */
export async function getNeighbours(db: Db, hubId: number, workId: number, view: View = NEWEST_FIRST) {
  const { value } = sorting(view.sort, view.query);
  const [here] = await db
    .select({ value: sql<string>`(${value})::text`, workId: citation.workId })
    .from(citation)
    .innerJoin(work, eq(work.id, citation.workId))
    .where(and(shownCiters(hubId), eq(citation.workId, workId), citationMatches(view.query)));
  if (!here) return null;
  const [before, after] = await Promise.all([
    nextTo(db, hubId, here, view, "before"),
    nextTo(db, hubId, here, view, "after"),
  ]);
  return { before, after };
}

async function nextTo(
  db: Db,
  hubId: number,
  here: CiterCursor,
  { query, sort }: View,
  side: "before" | "after",
) {
  const onwards = sorting(sort, query);
  const { value, order, type, later } = side === "after" ? onwards : reversed(onwards);
  const [row] = await db
    .select({ workId: citation.workId, title: work.title, value: sql<string>`(${value})::text` })
    .from(citation)
    .innerJoin(work, eq(work.id, citation.workId))
    .where(
      and(
        shownCiters(hubId),
        citationMatches(query),
        sql`(${value}, ${citation.workId}) ${later} (${here.value}::${type}, ${here.workId})`,
      ),
    )
    .orderBy(order(value), order(citation.workId))
    .limit(1);
  return row ?? null;
}

/** A citer beside another. */
export type Neighbour = NonNullable<Awaited<ReturnType<typeof nextTo>>>;
