import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation } from "@/db/schema/citation";
import { work } from "@/db/schema/work";
import { EVERYTHING, type Query } from "@/lib/citation/query";
import { type CiterCursor, type CiterSort, sorting } from "./citer-order";
import { listPlaces, shownCiters } from "./citer-places";
import { citationMatches } from "./citer-query";
import { withIdentifier } from "./identifier-of-untitled";
import { LISTED_CITER_COLUMNS } from "./listed-citer-columns";

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
  const places = await listPlaces(db, hubId, { query, way: sorting(sort, query), after, limit: limit + 1 });
  const shown = places.slice(0, limit);
  const next = places.length > limit ? (shown.at(-1) ?? null) : null;
  return { citers: await listAt(db, hubId, shown), next };
}

/** The citers at these places, in their order. */
async function listAt(db: Db, hubId: number, places: readonly CiterCursor[]) {
  if (places.length === 0) return [];
  const rows = await db
    .select(LISTED_CITER_COLUMNS)
    .from(citation)
    .innerJoin(work, eq(work.id, citation.workId))
    .where(
      and(
        eq(citation.hubId, hubId),
        inArray(
          citation.workId,
          places.map(({ workId }) => workId),
        ),
      ),
    );
  const ofWork = new Map(rows.map((row) => [row.workId, withIdentifier(row)]));
  return places.flatMap(({ workId }) => ofWork.get(workId) ?? []);
}

export type CiterRow = Awaited<ReturnType<typeof listCiters>>["citers"][number];

/** How many citers a query leaves. */
export async function countCiters(db: Db, hubId: number, query: Query): Promise<number> {
  const [row] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(citation)
    .where(and(shownCiters(hubId), citationMatches(query, { hubId })));
  return row?.total ?? 0;
}
