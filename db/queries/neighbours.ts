import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation } from "@/db/schema/citation";
import { work } from "@/db/schema/work";
import { EVERYTHING, type Query } from "@/lib/citation/query";
import { type CiterCursor, type CiterSort, reversed, sorting } from "./citer-order";
import { listPlaces, shownCiters } from "./citer-places";
import { citationMatches } from "./citer-query";

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
  const here = await findPlace(db, hubId, workId, view);
  if (here === null) return null;
  const [before, after] = await Promise.all([
    nextTo(db, hubId, here, view, "before"),
    nextTo(db, hubId, here, view, "after"),
  ]);
  return { before, after };
}

async function findPlace(
  db: Db,
  hubId: number,
  workId: number,
  { query, sort }: View,
): Promise<CiterCursor | null> {
  const { value } = sorting(sort, query);
  const [here] = await db
    .select({ value: sql<string>`(${value})::text`, workId: citation.workId })
    .from(citation)
    .innerJoin(work, eq(work.id, citation.workId))
    .where(and(shownCiters(hubId), eq(citation.workId, workId), citationMatches(query, "each")));
  return here ?? null;
}

async function nextTo(
  db: Db,
  hubId: number,
  here: CiterCursor,
  { query, sort }: View,
  side: "before" | "after",
) {
  const onwards = sorting(sort, query);
  const way = side === "after" ? onwards : reversed(onwards);
  const [place] = await listPlaces(db, hubId, { query, way, after: here, limit: 1 });
  if (place === undefined) return null;
  const [row] = await db.select({ title: work.title }).from(work).where(eq(work.id, place.workId));
  return { ...place, title: row?.title ?? null };
}

/** A citer beside another. */
export type Neighbour = NonNullable<Awaited<ReturnType<typeof nextTo>>>;
