import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { announceChange } from "../announce-change";
import { summariseHubs } from "../import/summarise-hubs";
import { relabelLocked } from "../relabel";
import type { Touched } from "./lock-works";

/** Counts the votes on all citations of two works anew, once their rows are where they belong. */
export async function relabelWorks(
  tx: Db,
  works: readonly [number, number],
  { citing }: Touched,
): Promise<void> {
  await tx.execute(sql`select refresh_citations(${sql.param([...works, ...citing])}::bigint[])`);
  const { rows } = await tx.execute<{ hubId: number; workId: number }>(sql`
    select hub_id as "hubId", work_id as "workId" from citation where work_id = any(${sql.param(works)}::bigint[])`);
  await relabelLocked(tx, rows);
}

/** Brings what is summed up over the works and their hubs up to date, and announces every page: many name them. */
export async function summariseWorks(
  tx: Db,
  works: readonly [number, number],
  { hubIds }: Touched,
): Promise<void> {
  await recountOwnCoCitations(tx, works);
  // Agreement follows some seconds behind, as after a vote.
  await tx.execute(sql`
    update agreement set last_revision = 0 where hub_id = any(${sql.param(hubIds)}::bigint[])`);
  await summariseHubs(tx, hubIds);
  await announceChange(tx);
}

/**
 * A hub is not co-cited with itself, so it has no row of its own work; and the triggers do not know when the work of a hub
 * becomes another.
 */
async function recountOwnCoCitations(tx: Db, works: readonly [number, number]): Promise<void> {
  const either = sql`any(${sql.param(works)}::bigint[])`;
  const own = sql`hub_id in (select id from hub where work_id = ${either}) and work_id = ${either}`;
  await tx.execute(sql`delete from co_citation where ${own}`);
  await tx.execute(sql`
    insert into co_citation (hub_id, work_id, citers)
    select hub_id, work_id, citers from co_citation_recount where ${own} order by 1, 2`);
}
