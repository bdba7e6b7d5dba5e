import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { UserError } from "@/lib/errors";
import { holdImports } from "../import/import-lock";
import { lockSuggestedSummary } from "../import/summarise-hubs";

/** What a merge of two works touches beside their own rows. */
export interface Touched {
  /** The hubs that either cites. */
  hubIds: number[];
  /** Works that may cite both, whose references are then fewer. */
  citing: number[];
}

/**
 * Locks all that a merge of two works touches, in the order of every command: who voted, reports, citations (also those of a hub
 * whose work is one of the two), summaries, hubs, works.
 *
 * @throws UserError while an import is under way, or when somebody voted at this very moment.
 */
export async function lockWorks(tx: Db, { from, into }: { from: number; into: number }): Promise<Touched> {
  await holdImports(tx);
  const works = [from, into];
  const either = sql`any(${sql.param(works)}::bigint[])`;
  const voters = await lockVoters(tx, works);
  const citing = await listCiting(tx, from);
  // Whoever settles a report locks it before the citation that it hides.
  await tx.execute(sql`select 1 from flag where work_id = ${either} order by hub_id, id for update`);
  await tx.execute(sql`
    select 1 from citation
    where work_id = ${either} or work_id = any(${sql.param(citing)}::bigint[])
      or hub_id in (select id from hub where work_id = ${either})
    order by hub_id, work_id for no key update`);
  if ((await countVoters(tx, works)) !== voters)
    throw new UserError("Somebody voted on one of these papers just now. Try again.");
  const { rows } = await tx.execute<{ id: number }>(sql`
    select distinct hub_id as id from citation where work_id = ${either} order by 1`);
  const hubIds = rows.map(({ id }) => id);
  for (const hubId of hubIds) await lockSuggestedSummary(tx, hubId);
  await tx.execute(sql`select 1 from hub where work_id = ${either} order by id for update`);
  await tx.execute(sql`select 1 from work where id = ${either} order by id for no key update`);
  return { hubIds, citing };
}

/** References change under the lock of imports alone. */
async function listCiting(tx: Db, workId: number): Promise<number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select citing_work_id as id from reference where cited_work_id = ${workId}
    union
    select remaining_work(citing_work_id) from merged_reference
    where cited_work_id in (select works_merged_into(${workId}))`);
  return rows.map(({ id }) => id);
}

const voterIds = (works: readonly number[]) => sql`
  select v.user_id from vote v join target t on t.hub_id = v.hub_id and t.id = v.target_id
  where (t.hub_id, t.work_id) in (
    select hub_id, work_id from citation where work_id = any(${sql.param(works)}::bigint[]))`;

/** Whoever approves an account or reverts its votes goes by the papers that it voted on, so they wait or come first. */
async function lockVoters(tx: Db, works: readonly number[]): Promise<number> {
  const { rows } = await tx.execute(sql`
    select 1 from "user" where id in (${voterIds(works)}) order by id for share`);
  return rows.length;
}

async function countVoters(tx: Db, works: readonly number[]): Promise<number> {
  const { rows } = await tx.execute<{ voters: number }>(sql`
    select count(*)::int as voters from "user" where id in (${voterIds(works)})`);
  return rows[0]?.voters ?? 0;
}
