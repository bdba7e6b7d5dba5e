import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/**
 * All that imports write, as sorted lines that name works by title and identifiers instead of numbers: two databases
 * with the same lines hold the same content, whatever came first.
 */
export async function contentOf(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ line: string }>(sql`
    with named as (
      select w.id, concat_ws(' ', coalesce(w.title, '-'),
        (select string_agg(scheme || ':' || value, ' ' order by scheme, value) from work_identifier where work_id = w.id),
        (select string_agg(s.digest, ' ' order by s.source, s.digest) from source_record s where s.work_id = w.id)) as name
      from work w
    ), lines as (
      select 'work ' || (to_jsonb(w) - 'id')::text || n.name as line from work w join named n using (id)
      union all select 'hub ' || h.slug || h.demonstration || n.name from hub h join named n on n.id = h.work_id
      union all select 'citation ' || h.slug || n.name || (to_jsonb(c) - '{hub_id,work_id,import_run_id}'::text[])::text
        from citation c join hub h on h.id = c.hub_id join named n on n.id = c.work_id
      union all select 'context ' || h.slug || n.name || (to_jsonb(x) - '{hub_id,id,work_id,import_run_id}'::text[])::text
        from citation_context x join hub h on h.id = x.hub_id join named n on n.id = x.work_id
      union all select 'suggestion ' || h.slug || n.name || coalesce(x.quote_digest || x.occurrence, '-')
          || (to_jsonb(s) - '{hub_id,id,work_id,context_id,import_run_id}'::text[])::text
        from suggestion s join hub h on h.id = s.hub_id join named n on n.id = s.work_id
        left join citation_context x on x.hub_id = s.hub_id and x.id = s.context_id
      union all select 'reference ' || a.name || ' -> ' || b.name
        from reference r join named a on a.id = r.citing_work_id join named b on b.id = r.cited_work_id
      union all select 'claim ' || h.slug || (to_jsonb(c) - '{hub_id,import_run_id,version}'::text[])::text
        from claim c join hub h on h.id = c.hub_id
      union all select 'reported ' || h.slug || (to_jsonb(r) - '{hub_id,import_run_id}'::text[])::text
        from reported_count r join hub h on h.id = r.hub_id
      union all select 'summary ' || h.slug || s.facet || '=' || s.value || ':' || s.citers
        from hub_summary s join hub h on h.id = s.hub_id where s.citers <> 0
      union all select 'co-cited ' || h.slug || n.name || c.citers
        from co_citation c join hub h on h.id = c.hub_id join named n on n.id = c.work_id where c.citers <> 0
      union all select 'suggested ' || h.slug || (to_jsonb(s) - 'hub_id')::text
        from suggested_summary s join hub h on h.id = s.hub_id
      union all select 'representative ' || h.slug || r.rank || n.name || r.reason
        from representative r join hub h on h.id = r.hub_id join named n on n.id = r.work_id
    )
    select line from lines order by line collate "C"`);
  return rows.map((row) => row.line);
}

const WRITTEN_TABLES = [
  "work",
  "work_identifier",
  "source_record",
  "hub",
  "claim",
  "reported_count",
  "citation",
  "citation_context",
  "suggestion",
  "reference",
  "hub_summary",
  "co_citation",
  "suggested_summary",
  "representative",
];

/** Which transaction wrote each row of each table: unchanged when nothing was written, not even the same values. */
export async function rowVersionsOf(db: Db): Promise<string[]> {
  const versions = WRITTEN_TABLES.map(
    (table) => `select '${table} ' || ctid || ' ' || xmin as version from ${table}`,
  );
  const { rows } = await db.execute<{ version: string }>(
    sql.raw(`${versions.join(" union all ")} order by version`),
  );
  return rows.map((row) => row.version);
}
