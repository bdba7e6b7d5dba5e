import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { keepWritten, kept, type Merge } from "./merge-record";
import { movingHubs, sameContext } from "./move-citations";

/**
 * Moves votes and decisions on the paper as a whole, and on sentences that both works have, to the same target of the
 * remaining work. Who voted there too keeps that vote as the current one; the other stays where it was, and does not
 * count. (Votes on sentences that move have gone with them.)
 */
export async function moveVotes(tx: Db, merge: Merge): Promise<void> {
  const { from, into } = merge;
  await tx.execute(
    keepWritten(
      merge,
      "target",
      sql`insert into target (hub_id, work_id, context_id)
        select one.hub_id, ${into}::bigint, y.id from target one ${sameContext(merge)}
        where one.work_id = ${from} and one.hub_id in ${movingHubs(merge)}
        order by 1, 3 on conflict do nothing returning hub_id, id`,
    ),
  );
  await moveToTargets(
    tx,
    merge,
    "vote",
    sql`exists (select from vote own where own.hub_id = t.hub_id and own.target_id = t.there
      and own.user_id = one.user_id)`,
  );
  await moveToTargets(tx, merge, "ruling", sql`false`);
}

async function moveToTargets(tx: Db, merge: Merge, table: "vote" | "ruling", stays: SQL): Promise<void> {
  await tx.execute(
    keepWritten(
      merge,
      table,
      sql`update ${sql.identifier(table)} now set target_id = was.there
        from (
          select one.hub_id, one.id, one.target_id, t.there from ${sql.identifier(table)} one
          join (${pairsOfTargets(merge)}) as t on t.hub_id = one.hub_id and t.id = one.target_id
          where not ${stays}
        ) as was
        where now.hub_id = was.hub_id and now.id = was.id returning was.hub_id, was.id, was.target_id`,
    ),
  );
}

/** The targets that are left behind, each with the same one of the remaining work. */
const pairsOfTargets = (merge: Merge) => sql`
  select one.hub_id, one.id, same.id as there from target one ${sameContext(merge)}
  join target same on same.hub_id = one.hub_id and same.work_id = ${merge.into}
    and same.context_id is not distinct from y.id
  where one.work_id = ${merge.from} and one.hub_id in ${movingHubs(merge)}`;

/** Gives votes and decisions back to the targets on which they were cast; those cast since stay. */
export async function returnVotes(tx: Db, merge: Merge): Promise<void> {
  for (const table of ["vote", "ruling"] as const)
    await tx.execute(sql`
      update ${sql.identifier(table)} one set target_id = was.target_id from ${kept(merge, table)} was
      where one.hub_id = was.hub_id and one.id = was.id`);
}
