import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { kept, type Merge } from "./merge-record";
import { followContexts } from "./move-citations";

/**
 * Gives back what hung on the citations of a work that was merged: sentences with all that is on them by now, and the
 * suggestions and reports that moved. What came since stays with the remaining work.
 */
export async function returnCitations(tx: Db, merge: Merge): Promise<void> {
  const { from, into } = merge;
  await tx.execute(sql`
    update citation_context now set work_id = ${from} from ${kept(merge, "citation_context")} was
    where now.hub_id = was.hub_id and now.id = was.id`);
  await followContexts(tx, merge, { at: into, to: from });
  for (const table of ["suggestion", "flag"] as const)
    await tx.execute(sql`
      update ${sql.identifier(table)} now set work_id = ${from}, context_id = was.context_id
      from ${kept(merge, table)} was where now.hub_id = was.hub_id and now.id = was.id`);
  await showCitations(tx, merge);
  await resetCitations(tx, merge);
}

/** A citation that the merge made is the one that went along: whether readers see it may have changed meanwhile. */
async function showCitations(tx: Db, merge: Merge): Promise<void> {
  const { from, into } = merge;
  await tx.execute(sql`
    update citation c set hidden_reason = case when was.made and was.moves then there.hidden_reason else was.hidden_reason end
    from ${kept(merge, "citation")} was
    left join citation there on there.hub_id = was.hub_id and there.work_id = ${into}
    where c.hub_id = was.hub_id and c.work_id = ${from}`);
  await tx.execute(sql`
    update citation c set hidden_reason = null from ${kept(merge, "own_citation")} was
    where c.hub_id = was.hub_id and c.work_id = ${into}`);
}

/** What both said together is told apart again, unless an import has changed it; also where an import keeps what was before it. */
async function resetCitations(tx: Db, merge: Merge): Promise<void> {
  const { from, into } = merge;
  const joined = sql`(
    select was.*, was.is_self or other.is_self as both_self, was.is_influential or other.is_influential as both_influential,
      coalesce(was.context_gap, other.context_gap) as both_gap
    from ${kept(merge, "citation")} was join citation other on other.hub_id = was.hub_id and other.work_id = ${from}
    where was.moves and not was.made)`;
  await tx.execute(sql`
    update citation c set
      is_self = case when c.is_self = was.both_self then was.is_self else c.is_self end,
      is_influential =
        case when c.is_influential = was.both_influential then was.is_influential else c.is_influential end,
      context_gap =
        case when c.context_gap is not distinct from was.both_gap then was.context_gap else c.context_gap end
    from ${joined} was where c.hub_id = was.hub_id and c.work_id = ${into}`);
  await tx.execute(sql`
    update import_change one set before = to_jsonb(c) || jsonb_build_object(
      'is_self', case when c.is_self = was.both_self then was.is_self else c.is_self end,
      'is_influential',
        case when c.is_influential = was.both_influential then was.is_influential else c.is_influential end,
      'context_gap',
        case when c.context_gap is not distinct from was.both_gap then was.context_gap else c.context_gap end)
    from ${joined} was, import_change kept
    cross join lateral jsonb_populate_record(null::citation, kept.before) as c
    where one.id = kept.id and kept.kind = 'citation' and c.hub_id = was.hub_id and c.work_id = ${into}
      and kept.import_run_id in (
        select id from import_run where ran_at > (select merged_at from work_merge where id = ${merge.id}))`);
}

/**
 * Takes away the targets and citations that the merge made and on which nothing hangs any more. Called once labels are
 * counted, so that no summary counts them.
 */
export async function removeMade(tx: Db, merge: Merge): Promise<void> {
  const { from, into } = merge;
  await tx.execute(sql`
    delete from target t using ${kept(merge, "target")} made where t.hub_id = made.hub_id and t.id = made.id
      and not exists (select from vote v where v.hub_id = t.hub_id and v.target_id = t.id)
      and not exists (select from ruling r where r.hub_id = t.hub_id and r.target_id = t.id)`);
  await tx.execute(sql`
    delete from citation c using ${kept(merge, "citation")} was, citation other
    where was.moves and was.made and c.hub_id = was.hub_id and c.work_id = ${into}
      and other.hub_id = was.hub_id and other.work_id = ${from}
      and (c.is_self, c.is_influential, c.context_gap) is not distinct from
        (other.is_self, other.is_influential, other.context_gap)
      and not exists (select from citation_context x where x.hub_id = c.hub_id and x.work_id = c.work_id)
      and not exists (select from target t where t.hub_id = c.hub_id and t.work_id = c.work_id)
      and not exists (select from suggestion s where s.hub_id = c.hub_id and s.work_id = c.work_id)
      and not exists (select from flag f where f.hub_id = c.hub_id and f.work_id = c.work_id)`);
  await ascribeMade(tx, merge);
}

/** A citation that stays because an import since says so is that import's, and goes when it is undone. */
async function ascribeMade(tx: Db, merge: Merge): Promise<void> {
  const { into } = merge;
  await tx.execute(sql`
    update citation c set import_run_id = since.run from (
      select was.hub_id, min(said.run) as run from ${kept(merge, "citation")} was cross join lateral (
        select import_run_id as run from citation_context x where x.hub_id = was.hub_id and x.work_id = ${into}
        union all
        select import_run_id from suggestion s where s.hub_id = was.hub_id and s.work_id = ${into}
        union all
        select r.id from import_change change join import_run r on r.id = change.import_run_id
        where change.kind = 'citation' and (change.before ->> 'hub_id')::bigint = was.hub_id
          and (change.before ->> 'work_id')::bigint = ${into}
          and r.ran_at > (select merged_at from work_merge where id = ${merge.id})
      ) as said
      where was.moves and was.made group by was.hub_id
    ) as since
    where c.hub_id = since.hub_id and c.work_id = ${into} and since.run is not null`);
}
