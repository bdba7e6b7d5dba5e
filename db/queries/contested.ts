import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citationContext } from "@/db/schema/citation";
import { user } from "@/db/schema/user";
import { target, vote } from "@/db/schema/vote";
import { work } from "@/db/schema/work";

/** The targets of a hub on which most people disagree, each with what its votes say. */
export async function listContested(db: Db, hubId: number, limit: number) {
  const rows = await db
    .select({
      id: target.id,
      hubId: target.hubId,
      workId: target.workId,
      contextId: target.contextId,
      polarityState: target.polarityState,
      roleState: target.roleState,
      title: work.title,
      text: citationContext.text,
      markers: citationContext.markers,
    })
    .from(target)
    .innerJoin(work, eq(work.id, target.workId))
    .leftJoin(
      citationContext,
      and(eq(citationContext.hubId, target.hubId), eq(citationContext.id, target.contextId)),
    )
    .where(
      and(
        eq(target.hubId, hubId),
        // In the words of the index that keeps contested targets in this order.
        sql`(${target.polarityState} = 'contested' or ${target.roleState} = 'contested')`,
        eq(target.hidden, false),
      ),
    )
    // "Nulls last", because the index is kept so; else all contested targets would be sorted.
    .orderBy(sql`${target.votes} desc nulls last`, asc(target.id))
    .limit(limit);
  const said = await listSaid(
    db,
    hubId,
    rows.map((row) => row.id),
  );
  return rows.map(({ id, ...row }) => ({
    ...row,
    votes: said.filter((one) => one.targetId === id).map(({ polarity, role }) => ({ polarity, role })),
  }));
}

export type ContestedTarget = Awaited<ReturnType<typeof listContested>>[number];

/** The counted votes on targets of a hub. */
async function listSaid(db: Db, hubId: number, targetIds: readonly number[]) {
  if (targetIds.length === 0) return [];
  return db
    .select({ targetId: vote.targetId, polarity: vote.polarity, role: vote.role })
    .from(vote)
    .innerJoin(user, eq(user.id, vote.userId))
    .where(
      and(
        eq(vote.hubId, hubId),
        inArray(vote.targetId, [...targetIds]),
        isNull(vote.withdrawnAt),
        isNotNull(user.approvedAt),
      ),
    );
}
