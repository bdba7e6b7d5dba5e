import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { add, type ImportReport, type Tally } from "@/lib/import/report";
import { announceChange } from "../announce-change";
import { findAttachments } from "./find-attachments";
import { type ChangedKind, keepBefore, keyOf } from "./import-changes";
import { markSelfCitations } from "./mark-self-citations";

/** Citing works with numbers above `after` up to and including `last`. */
interface Chunk {
  after: number;
  last: number;
  importRunId: number;
}

/**
 * Writes citations, contexts, suggestions and references, citing work by citing work, each chunk in one transaction
 * that leaves the hub's summary and co-citation counts right.
 */
export async function attachCitations(
  db: Db,
  options: { importRunId: number; chunkSize: number; decidedIn: number | null },
  report: ImportReport,
  onProgress: (works: number, total: number) => void,
): Promise<void> {
  await findAttachments(db, options.decidedIn, report);
  const { rows: bounds } = await db.execute<{ last: number; works: number }>(sql`
    select max(work_id) as last, count(*)::int as works from (
      select work_id, (row_number() over (order by work_id) - 1) / ${options.chunkSize}::int as chunk
      from (select work_id from found_citation union select work_id from found_reference) as citing
    ) as chunks group by chunk order by chunk`);
  const total = bounds.reduce((sum, { works }) => sum + works, 0);
  let [after, done] = [0, 0];
  for (const { last, works } of bounds) {
    await db.transaction((tx) => attachChunk(tx, { after, last, importRunId: options.importRunId }, report));
    after = last;
    done += works;
    onProgress(done, total);
  }
}

async function attachChunk(tx: Db, chunk: Chunk, report: ImportReport): Promise<void> {
  await markSelfCitations(tx, chunk);
  const tallies = {
    references: await writeReferences(tx, chunk),
    citations: await writeCitations(tx, chunk),
    contexts: await writeContexts(tx, chunk),
    suggestions: await writeSuggestions(tx, chunk),
  };
  for (const [name, tally] of Object.entries(tallies)) add(report[name as keyof typeof tallies], tally);
  if (Object.values(tallies).every((tally) => tally.created + tally.updated === 0)) return;
  await refreshKnownCitations(tx, chunk);
  await announceChange(tx);
}

/** Citations that this run wrote had their repeated columns right from the start. */
async function refreshKnownCitations(tx: Db, chunk: Chunk): Promise<void> {
  await tx.execute(sql`
    select refresh_citations(array(
      select work_id from citation where import_run_id <> ${chunk.importRunId} and work_id in (
        select work_id from found_citation where ${within(chunk)}
        union select work_id from found_reference where ${within(chunk)})))`);
}

const within = ({ after, last }: Chunk) => sql`work_id > ${after} and work_id <= ${last}`;

/** Runs one upsert, keeps what the rows that it changes were before, and counts what became of all. */
async function tallied(
  tx: Db,
  kind: ChangedKind,
  { importRunId }: Chunk,
  found: SQL,
  write: SQL,
): Promise<Tally> {
  const { rows } = await tx.execute<{ total: number; created: number; updated: number }>(sql`
    with found as (${found}), written as (${write} returning ${keyOf(kind)}, xmax = 0 as created),
    kept as (${keepBefore(kind, importRunId)})
    select (select count(*)::int from found) as total, count(*) filter (where created)::int as created,
      count(*) filter (where not created)::int as updated from written`);
  const { total = 0, created = 0, updated = 0 } = rows[0] ?? {};
  return { created, updated, unchanged: total - created - updated };
}

/** A citation that is new has no contexts and suggestions but those of this file; its references are written already. */
const writeCitations = (tx: Db, chunk: Chunk) =>
  tallied(
    tx,
    "citation",
    chunk,
    sql`select f.*, coalesce(w.published, '') as published, w.year, w.fields, coalesce(w.cited_by_count, 0) as cited_by_count,
        coalesce(x.contexts, 0) as context_count,
        (select count(*) from reference r where r.citing_work_id = f.work_id) as reference_count,
        joint_polarity(s.polarities) as suggested_polarity, coalesce(s.roles, '{}') as suggested_roles
      from (select * from found_citation where ${within(chunk)}) as f
      join work w on w.id = f.work_id
      left join (
        select hub_id, work_id, count(*) as contexts
        from found_context where ${within(chunk)} group by hub_id, work_id
      ) as x using (hub_id, work_id)
      left join (
        select hub_id, work_id, array_agg(distinct polarity) as polarities,
          array_agg(distinct role order by role) filter (where role is not null) as roles
        from found_suggestion where ${within(chunk)} group by hub_id, work_id
      ) as s using (hub_id, work_id)`,
    sql`insert into citation as known
        (hub_id, work_id, is_influential, is_self, context_gap, import_run_id, published, year, fields, cited_by_count,
        context_count, reference_count, suggested_polarity, suggested_roles)
      select hub_id, work_id, is_influential, coalesce(is_self, false), context_gap, ${chunk.importRunId}::bigint, published, year,
        fields, cited_by_count, context_count, reference_count, suggested_polarity, suggested_roles
      from found order by hub_id, work_id
      on conflict (hub_id, work_id) do update set
        is_influential = known.is_influential or excluded.is_influential,
        is_self = known.is_self or excluded.is_self,
        context_gap = coalesce(excluded.context_gap, known.context_gap)
      where (excluded.is_influential and not known.is_influential) or (excluded.is_self and not known.is_self)
        or excluded.context_gap <> coalesce(known.context_gap, '')`,
  );

/** A known sentence keeps what is known of it; a file can only add what is missing. */
const writeContexts = (tx: Db, chunk: Chunk) =>
  tallied(
    tx,
    "citation_context",
    chunk,
    sql`select * from found_context where ${within(chunk)}`,
    sql`insert into citation_context as known (hub_id, work_id, position, section, before, text, after, markers,
        implicit, source, read_in, quote_digest, occurrence, import_run_id)
      select hub_id, work_id, position, section, before, text, after, markers, implicit, source, read_in, digest, occurrence,
        ${chunk.importRunId}::bigint
      from found order by hub_id, work_id, position nulls last, digest
      on conflict (hub_id, work_id, quote_digest, occurrence) do update set
        position = coalesce(known.position, excluded.position),
        section = coalesce(known.section, excluded.section),
        before = coalesce(known.before, excluded.before),
        after = coalesce(known.after, excluded.after)
      where (known.position is null and excluded.position is not null)
        or (known.section is null and excluded.section is not null)
        or (known.before is null and excluded.before is not null)
        or (known.after is null and excluded.after is not null)`,
  );

const writeSuggestions = (tx: Db, chunk: Chunk) =>
  tallied(
    tx,
    "suggestion",
    chunk,
    sql`select f.*, x.id as context_id from found_suggestion f
      left join citation_context x on x.hub_id = f.hub_id and x.work_id = f.work_id
        and x.quote_digest = f.digest and x.occurrence = f.occurrence
      where f.work_id > ${chunk.after} and f.work_id <= ${chunk.last}`,
    sql`insert into suggestion as known
        (hub_id, work_id, context_id, original, role, polarity, basis, source, version, confidence, import_run_id)
      select hub_id, work_id, context_id, original, role, polarity, basis, source, version, confidence,
        ${chunk.importRunId}::bigint
      from found order by hub_id, work_id, context_id nulls first, source, original
      on conflict (hub_id, work_id, context_id, source, original) do update set role = excluded.role,
        polarity = excluded.polarity, basis = excluded.basis, version = excluded.version, confidence = excluded.confidence
      where (known.role, known.polarity, known.basis, known.version, known.confidence)
        is distinct from (excluded.role, excluded.polarity, excluded.basis, excluded.version, excluded.confidence)`,
  );

const writeReferences = (tx: Db, chunk: Chunk) =>
  tallied(
    tx,
    "reference",
    chunk,
    sql`select * from found_reference where ${within(chunk)}`,
    sql`insert into reference (citing_work_id, cited_work_id, import_run_id)
      select work_id, cited_work_id, ${chunk.importRunId}::bigint from found order by work_id, cited_work_id
      on conflict do nothing`,
  );
