import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { Target, TargetKey } from "@/lib/citation/target-key";

/** The work into which this one was merged, also by way of others; null when it was not merged. */
export async function getRemainingWork(db: Db, workId: number): Promise<number | null> {
  const { rows } = await db.execute<{ id: number }>(sql`select remaining_work(${workId})::bigint as id`);
  const id = rows[0]?.id ?? workId;
  return id === workId ? null : id;
}

/**
 * What stands for a target of a merged work: the remaining work as a whole, or its same sentence; null when the target
 * was not left behind by a merge.
 */
export async function getRemainingTarget(db: Db, key: TargetKey): Promise<Target | null> {
  const { rows } =
    key.kind === "paper"
      ? await db.execute<Target & Record<string, unknown>>(sql`
          select hub_id as "hubId", work_id as "workId", null as "contextId" from citation
          where hub_id = ${key.hubId} and work_id = remaining_work(${key.workId}) and work_id <> ${key.workId}`)
      : await db.execute<Target & Record<string, unknown>>(sql`
          select same.hub_id as "hubId", same.work_id as "workId", same.id as "contextId"
          from citation_context x join citation_context same on same.hub_id = x.hub_id
            and same.work_id = remaining_work(x.work_id) and same.quote_digest = x.quote_digest
            and same.occurrence = x.occurrence
          where x.id = ${key.contextId} and same.id <> x.id`);
  return rows[0] ?? null;
}
