import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { Target } from "@/lib/citation/target-key";
import { lockSuggestedSummary, summariseHubs } from "./import/summarise-hubs";
import { relabelLocked } from "./relabel";

/**
 * Keeps a sentence, or a whole citation (context null), from readers and figures, or with the reason null shows it
 * again. Votes on it are kept, and count again once it is shown.
 */
export async function setHidden(tx: Db, target: Target, reason: string | null): Promise<void> {
  const { hubId, workId, contextId } = target;
  await lockWork(tx, workId);
  await lockSuggestedSummary(tx, hubId);
  await tx.execute(
    contextId === null
      ? sql`update citation set hidden_reason = ${reason} where hub_id = ${hubId} and work_id = ${workId}`
      : sql`update citation_context set hidden_reason = ${reason}
          where hub_id = ${hubId} and work_id = ${workId} and id = ${contextId}`,
  );
  await tx.execute(sql`select refresh_citations(array[${workId}]::bigint[])`);
  await relabelLocked(tx, [target]);
  await summariseHubs(tx, [hubId]);
}

/**
 * Locks all citations by a work, in the order of every command: `refresh_citations` writes them all, so whoever calls it
 * locks them first.
 */
export async function lockWork(tx: Db, workId: number): Promise<void> {
  await tx.execute(sql`select 1 from citation where work_id = ${workId} order by hub_id for no key update`);
}
