import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { announceChange } from "../announce-change";
import { writeRepresentatives } from "./write-representatives";

/** Writes what is drawn from suggestions, and the representative citing papers, of each hub; each in one transaction. */
export async function summariseHubs(db: Db, hubIds: readonly number[]): Promise<void> {
  for (const hubId of hubIds)
    await db.transaction(async (tx) => {
      await lockRepresentatives(tx, hubId);
      // The summary last: votes on the hub wait from here to the end of the transaction.
      const changed = [await writeRepresentatives(tx, hubId), await writeSuggestedSummary(tx, hubId)];
      if (changed.includes(true)) await announceChange(tx);
    });
}

/** The lock that votes share: the triggers of migration `labelled_suggestions` name it too. */
const SUGGESTED_SUMMARY_LOCK = 7307;

/** Taken before the above by whoever takes it for writing; votes do not wait for it. */
const REPRESENTATIVES_LOCK = 7308;

/**
 * Makes votes that change what is labelled on a hub wait until the transaction ends. Whoever writes the hub's summaries
 * before `summariseHubs` in the same transaction takes it first, so that nobody waits in a circle.
 */
export async function lockSuggestedSummary(tx: Db, hubId: number): Promise<void> {
  await lockRepresentatives(tx, hubId);
  await tx.execute(sql`select pg_advisory_xact_lock(${SUGGESTED_SUMMARY_LOCK}, ${hubId}::integer)`);
}

/** One at a time writes a hub's representative papers and then its summary, else two wait for one another. */
async function lockRepresentatives(tx: Db, hubId: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${REPRESENTATIVES_LOCK}, ${hubId}::integer)`);
}

/**
 * Counts suggestions of what is shown by year, unit and reading, and how many of those counted have a label by votes; the polarity "" is
 * that of what has no suggestion. Several suggestions for one sentence, and for several sentences of one citer, are
 * joined by `joint_polarity`.
 */
async function writeSuggestedSummary(tx: Db, hubId: number): Promise<boolean> {
  await lockSuggestedSummary(tx, hubId);
  const { rowCount } = await tx.execute(sql`
    with said as (
      select s.work_id, s.context_id, s.role, readings.evidence,
        suggestion_read_as(s.polarity, s.basis, readings.evidence) as read_as
      from suggestion s cross join (values ('all'), ('own')) as readings (evidence)
      join citation c on c.hub_id = s.hub_id and c.work_id = s.work_id
      left join citation_context x on x.hub_id = s.hub_id and x.id = s.context_id
      where s.hub_id = ${hubId} and c.hidden_reason is null and x.hidden_reason is null
    ), part as (
      select 'citers' as unit, r.evidence, c.work_id, null::bigint as context_id, said.read_as,
        c.label_state <> 'unlabelled' as has_label
      from citation c cross join (values ('all'), ('own')) as r (evidence)
      left join said on said.work_id = c.work_id and said.evidence = r.evidence
      where c.hub_id = ${hubId} and c.hidden_reason is null
      union all
      select 'sentences', r.evidence, x.work_id, x.id, said.read_as,
        coalesce(t.polarity_state <> 'unlabelled', false)
      from citation_context x cross join (values ('all'), ('own')) as r (evidence)
      join citation c on c.hub_id = x.hub_id and c.work_id = x.work_id
      left join target t on t.hub_id = x.hub_id and t.work_id = x.work_id and t.context_id = x.id
      left join said on said.context_id = x.id and said.evidence = r.evidence
      where x.hub_id = ${hubId} and x.hidden_reason is null and c.hidden_reason is null
    ), counted_part as (
      select unit, evidence, work_id, has_label, array_agg(distinct read_as) as polarities
      from part group by unit, evidence, work_id, context_id, has_label
    ), used as (
      select distinct 'citers' as unit, work_id, null::bigint as context_id, role from said where role is not null
      union
      select distinct 'sentences', work_id, context_id, role from said where role is not null and context_id is not null
    ), named as (
      select 'polarity' as axis, unit, evidence, work_id, coalesce(joint_polarity(polarities), '') as value, has_label
      from counted_part
      union all
      select 'role', unit, 'all', work_id, role, false from used
    ), counted as (
      select l.axis, l.unit, l.evidence, coalesce(c.year, 0) as year, l.value, count(*)::int as count,
        count(*) filter (where l.has_label)::int as labelled
      from named l join citation c on c.hub_id = ${hubId} and c.work_id = l.work_id
      group by 1, 2, 3, 4, 5
    ), gone as (
      delete from suggested_summary old
      where old.hub_id = ${hubId} and not exists (
        select from counted n where (n.axis, n.unit, n.evidence, n.year, n.value)
          = (old.axis, old.unit, old.evidence, old.year, old.value))
      returning 1
    ), written as (
      insert into suggested_summary as old (hub_id, axis, unit, evidence, year, value, count, labelled)
      select ${hubId}::bigint, axis, unit, evidence, year, value, count, labelled from counted
      on conflict (hub_id, axis, unit, evidence, year, value)
      do update set count = excluded.count, labelled = excluded.labelled
      where (old.count, old.labelled) <> (excluded.count, excluded.labelled)
      returning 1
    )
    select from gone union all select from written`);
  return (rowCount ?? 0) > 0;
}
