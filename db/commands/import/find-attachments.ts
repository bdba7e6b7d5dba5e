import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { type ImportReport, note } from "@/lib/import/report";

/**
 * Replaces the file's keys by works and hubs, once for the whole file, into temporary tables without doubles:
 * `found_citation`, `found_context`, `found_suggestion`, `found_reference`. What names nothing is reported.
 */
export async function findAttachments(db: Db, decidedIn: number | null, report: ImportReport): Promise<void> {
  await db.execute(sql`
    create temporary table found_citation as
    select h.id as hub_id, citing.work_id, bool_or(c.is_influential) as is_influential, bool_or(c.is_self) as is_self,
      max(c.context_gap) as context_gap
    from staged_citation c
    join key_work citing on citing.key = c.citing_key
    join key_work cited on cited.key = c.hub_key
    join hub h on h.work_id = cited.work_id and h.work_id <> citing.work_id
    group by h.id, citing.work_id`);
  await db.execute(sql`
    create temporary table found_context as
    select *, row_number() over (partition by hub_id, work_id, digest order by position nulls last)::int as occurrence
    from (
      select distinct on (h.id, citing.work_id, c.digest, c.position)
        h.id as hub_id, citing.work_id, c.text, c.before, c.after, c.section, c.position, c.markers, c.implicit,
        c.source, c.digest, c.read_in
      from staged_context c
      join key_work citing on citing.key = c.citing_key
      join key_work cited on cited.key = c.hub_key
      join hub h on h.work_id = cited.work_id and h.work_id <> citing.work_id
      order by h.id, citing.work_id, c.digest, c.position, c.section nulls last, c.before nulls last,
        c.after nulls last, c.text, c.source, c.markers, c.read_in
    ) as distinct_context`);
  await db.execute(sql`
    create temporary table found_suggestion as
    select distinct on (h.id, citing.work_id, s.digest, x.occurrence, s.source, s.original)
      h.id as hub_id, citing.work_id, s.digest, x.occurrence, s.original, s.role, s.polarity, s.basis, s.source,
      s.version, s.confidence
    from staged_suggestion s
    join key_work citing on citing.key = s.citing_key
    join key_work cited on cited.key = s.hub_key
    join hub h on h.work_id = cited.work_id and h.work_id <> citing.work_id
    left join found_context x on x.hub_id = h.id and x.work_id = citing.work_id and x.digest = s.digest
      and x.position is not distinct from s.position
    where s.digest is null or x.digest is not null
    order by h.id, citing.work_id, s.digest, x.occurrence, s.source, s.original, s.confidence desc nulls last,
      s.role, s.polarity, s.basis, s.version`);
  await db.execute(sql`
    create temporary table found_reference as
    select distinct citing.work_id, cited.work_id as cited_work_id
    from staged_reference r
    join key_work citing on citing.key = r.citing_key
    join key_work cited on cited.key = r.cited_key
    where citing.work_id <> cited.work_id`);
  for (const table of ["found_citation", "found_context", "found_suggestion", "found_reference"])
    await db.execute(sql.raw(`create index on ${table} (work_id); analyze ${table}`));
  await reportUnfound(db, decidedIn, report);
}

/** Hubs, citations and references that name no known work, no hub, or the citing work itself. */
async function reportUnfound(db: Db, decidedIn: number | null, report: ImportReport): Promise<void> {
  const { rows } = await db.execute<{ where: string; reason: string }>(sql`
    with named as (
      select key, key_work.work_id is not null as settled, coalesce(d.kind = 'leave_out', false) as left_out
      from (select distinct key from ordered_work) as described left join key_work using (key)
      left join import_decision d on d.import_run_id = ${decidedIn} and d.work_key = key
    ), tie as (
      select 'citation' as kind, citing_key, hub_key as cited_key from staged_citation where not if_hub
      union all select 'reference', citing_key, cited_key from staged_reference
    ), unfound as (
      select distinct tie.*,
        case
          when citing.key is null then format('the file does not describe the work %s', tie.citing_key)
          when cited.key is null then format('the file does not describe the work %s', tie.cited_key)
          when not citing.settled and citing.left_out then 'the citing work is left out, as decided here'
          when not cited.settled and cited.left_out then 'the cited work is left out, as decided here'
          when not citing.settled then 'the citing work is ambiguous'
          when not cited.settled then 'the cited work is ambiguous'
          when citing_work.work_id = cited_work.work_id then 'a work cannot cite itself'
          else 'the cited work is not a hub'
        end as reason
      from tie
      left join named citing on citing.key = tie.citing_key
      left join named cited on cited.key = tie.cited_key
      left join key_work citing_work on citing_work.key = tie.citing_key
      left join key_work cited_work on cited_work.key = tie.cited_key
      left join hub h on h.work_id = cited_work.work_id
      where citing_work.work_id is null or cited_work.work_id is null or citing_work.work_id = cited_work.work_id
        or (tie.kind = 'citation' and h.id is null)
    ), titled as (
      select key, format('“%s”', min(title)) as name from ordered_work
      where starts_with(key, 'title:') and key in (select cited_key from unfound union select citing_key from unfound)
      group by key
    )
    select format('%s of %s by %s', kind, coalesce(cited.name, cited_key), coalesce(citing.name, citing_key)) as "where",
      reason
    from unfound left join titled cited on cited.key = cited_key left join titled citing on citing.key = citing_key
    union all
    select distinct format('hub %s', work_key),
      case when named.key is null then format('the file does not describe the work %s', work_key)
        when named.left_out then 'it is left out, as decided here' else 'it is ambiguous' end
    from staged_hub left join key_work on key_work.key = work_key left join named on named.key = work_key
    where key_work.key is null
    order by 1, 2`);
  for (const row of rows) note(report, "rejected", row);
}
