import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { relabel } from "./relabel";

/**
 * Counts anew everything that a person voted on. Whoever changes what makes a person's votes count calls it in the same
 * transaction, after the change.
 */
export async function recountVotesOf(tx: Db, userId: number): Promise<void> {
  const { rows } = await tx.execute<{ hubId: number; workId: number }>(sql`
    select distinct t.hub_id as "hubId", t.work_id as "workId"
    from vote v join target t on t.hub_id = v.hub_id and t.id = v.target_id
    where v.user_id = ${userId} and v.withdrawn_at is null`);
  await relabel(tx, rows);
}
