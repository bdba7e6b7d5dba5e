import { sql } from "drizzle-orm";
import type { Connection, Db } from "@/db/client";
import { arrayLiteral, copyRows } from "./copy";
import { DERIVED_COLUMNS, SEARCH_WORDS } from "./derived-columns";
import type { ResolvedRow } from "./match-chunk";
import { rederiveWorks } from "./rederive-works";

/**
 * Writes what a chunk's rows say of their works: new works, source records where something is said that was not said
 * before, the fields derived from them, and identifiers. New works get their numbers in the rows themselves.
 * Returns whether anything changed.
 */
export async function recordWorks(
  { db, client }: Connection,
  rows: readonly ResolvedRow[],
  importRunId: number,
): Promise<boolean> {
  const created = await numberNewWorks(db, rows);
  await copyRows(
    client,
    "resolved_row",
    ["seq", "work_id", "is_new", "conflicts"],
    rows.map(({ seq, workId, conflicts }) => [
      seq,
      workId,
      created.has(workId),
      arrayLiteral(conflicts.map(({ scheme, value }) => `${scheme}:${value}`)),
    ]),
  );
  if (created.size > 0) await createWorks(db);
  await saveStatements(db, importRunId);
  await rederiveWorks({ db, client });
  return saveNames(db, importRunId);
}

/** Gives the works that are new in this chunk their numbers, in the rows themselves; returns the numbers. */
async function numberNewWorks(db: Db, rows: readonly ResolvedRow[]): Promise<Set<number>> {
  const stand = [...new Set(rows.flatMap((row) => (row.workId < 0 ? [row.workId] : [])))];
  if (stand.length === 0) return new Set();
  const { rows: given } = await db.execute<{ id: number }>(sql`
    select nextval((select pg_get_serial_sequence('work', 'id'))::regclass)::bigint as id
    from generate_series(1, ${stand.length})`);
  const ids = new Map(stand.map((temporary, i) => [temporary, Number(given[i]?.id)]));
  for (const row of rows) row.workId = ids.get(row.workId) ?? row.workId;
  return new Set(ids.values());
}

/** Made where it is first needed: a file of which all is known does without. */
const INDEX_STATEMENTS = "create unique index if not exists staged_statement_line on staged_statement (line)";

/**
 * Most new works are described by one row, from which they were derived as the file was read; the others are no more
 * than named.
 */
async function createWorks(db: Db): Promise<void> {
  const columns = DERIVED_COLUMNS.join(", ");
  await db.execute(
    sql.raw(`
    ${INDEX_STATEMENTS};
    insert into work (id, ${columns}, search) overriding system value
    select work_id, ${columns}, ${SEARCH_WORDS} from (
      select distinct on (r.work_id) r.work_id, w.line
      from resolved_row r join chunk_work w using (seq)
      where r.is_new and w.says_something order by r.work_id, r.seq
    ) as described join staged_statement using (line) order by work_id;
    insert into work (id, search) overriding system value
    select work_id, '' from resolved_row join chunk_work using (seq)
    where is_new group by work_id having not bool_or(says_something) order by work_id`),
  );
}

/**
 * Writes the statements that are not yet on record, and keeps them in `new_statement`. A statement counts as on record
 * unless its source has meanwhile said something else that this file does not repeat: then it is a change of mind,
 * and is recorded again.
 */
async function saveStatements(db: Db, importRunId: number): Promise<void> {
  const { rowCount } = await db.execute(sql`
    insert into new_statement (seq, work_id)
    select distinct on (r.work_id, w.source, w.digest) r.seq, r.work_id
    from resolved_row r join chunk_work w using (seq)
    where w.says_something and (r.is_new or not exists (
      select 1 from source_record said
      where said.work_id = r.work_id and said.source = w.source and said.digest = w.digest
        and said.id > coalesce((
          select max(other.id) from source_record other
          where other.work_id = r.work_id and other.source = w.source and not exists (
            select 1 from ordered_work again where again.digest = other.digest and again.source = other.source)), 0)))
    order by r.work_id, w.source, w.digest, r.seq`);
  if (rowCount === 0) return;
  await db.execute(sql.raw(INDEX_STATEMENTS));
  await db.execute(sql`
    insert into source_record
      (work_id, source, identifiers, fields, digest, title_key, year, first_author_key, import_run_id)
    select n.work_id, w.source, w.identifiers, s.said::jsonb, w.digest, w.title_key, w.year, w.first_author_key,
      ${importRunId}::bigint
    from new_statement n join chunk_work w using (seq) join staged_statement s using (line)
    order by n.seq`);
}

/**
 * Writes identifiers that nobody has yet, and keeps what became of the works and which work each key means. Returns
 * whether any work is new or changed.
 */
async function saveNames(db: Db, importRunId: number): Promise<boolean> {
  const { rows } = await db.execute<{ changed: boolean }>(sql`
    with named as (
      insert into work_identifier (scheme, value, work_id, import_run_id)
      select distinct on (scheme, value) scheme, value, work_id, ${importRunId}::bigint
      from (
        select split_part(name, ':', 1) as scheme, substr(name, strpos(name, ':') + 1) as value, r.work_id
        from resolved_row r join chunk_work w using (seq) cross join unnest(w.identifiers) as name
        where name <> all (r.conflicts)
      ) as names
      order by scheme, value, work_id
      on conflict do nothing returning work_id
    ), kept as (
      insert into work_outcome (work_id, outcome)
      select work_id, case when bool_or(is_new) then 'created'
        when work_id in (select work_id from named union all select work_id from new_statement) then 'updated'
        else 'unchanged' end
      from resolved_row group by work_id returning outcome
    )
    select bool_or(outcome <> 'unchanged') as changed from kept`);
  await db.execute(sql`
    insert into key_work (key, work_id)
    select distinct on (w.key) w.key, r.work_id from resolved_row r join chunk_work w using (seq) order by w.key, r.seq
    on conflict do nothing`);
  await db.execute(sql`analyze key_work`);
  return rows[0]?.changed ?? false;
}
