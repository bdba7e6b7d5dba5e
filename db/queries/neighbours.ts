import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation } from "@/db/schema/citation";
import { work } from "@/db/schema/work";

/** The citers before and after one among a hub's, newest first; null at either end. */
export async function getNeighbours(db: Db, hubId: number, workId: number) {
  const [newer, older] = await Promise.all([
    neighbour(db, hubId, workId, "newer"),
    neighbour(db, hubId, workId, "older"),
  ]);
  return { newer, older };
}

async function neighbour(db: Db, hubId: number, workId: number, side: "newer" | "older") {
  const here = sql`(select c.published, c.work_id from citation c where c.hub_id = ${hubId} and c.work_id = ${workId})`;
  const order = side === "newer" ? asc : desc;
  const [row] = await db
    .select({ workId: citation.workId, title: work.title })
    .from(citation)
    .innerJoin(work, eq(work.id, citation.workId))
    .where(
      and(
        eq(citation.hubId, hubId),
        isNull(citation.hiddenReason),
        sql`(${citation.published}, ${citation.workId}) ${sql.raw(side === "newer" ? ">" : "<")} ${here}`,
      ),
    )
    .orderBy(order(citation.published), order(citation.workId))
    .limit(1);
  return row ?? null;
}
