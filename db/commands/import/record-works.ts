import { sql } from "drizzle-orm";
import type { Connection, Db } from "@/db/client";
import { deriveWork, type SaidOfWork } from "@/lib/import/derive";
import { arrayLiteral, copyRows } from "./copy";
import type { ResolvedRow } from "./resolve-works";

type NewRecord = ResolvedRow & { workId: number };

/**
 * Writes what a chunk's rows say of their works: new works, identifiers, source records where something is said that
 * was not said before, and the fields derived from them. Returns whether anything changed.
 */
export async function recordWorks(
  { db, client }: Connection,
  rows: readonly ResolvedRow[],
  importRunId: number,
): Promise<boolean> {
  const created = await numberNewWorks(db, rows);
  const resolved = rows.filter((row): row is NewRecord => row.workId !== null);
  const news = await sayingSomethingNew(db, resolved);
  const derived = new Set([...created, ...news.map((row) => row.workId)]);
  await saveDerived({ db, client }, derived, news);
  const named = await saveIdentifiers({ db, client }, resolved, importRunId);
  await copyRows(
    client,
    "source_record",
    [
      "work_id",
      "source",
      "identifiers",
      "fields",
      "digest",
      "title_key",
      "year",
      "first_author_key",
      "import_run_id",
    ],
    news.map((row) => [
      row.workId,
      row.source,
      arrayLiteral(row.identifiers.map(({ scheme, value }) => `${scheme}:${value}`)),
      row.fields,
      row.digest,
      row.titleKey,
      row.year,
      row.firstAuthorKey,
      importRunId,
    ]),
  );
  const changed = new Set([...news.map((row) => row.workId), ...named]);
  await keepOutcomes({ db, client }, resolved, created, changed);
  const touched = [...derived].filter((id) => !created.has(id));
  if (touched.length > 0) await db.execute(sql`select refresh_citations(${sql.param(touched)}::bigint[])`);
  return changed.size + created.size > 0;
}

/** Gives the works that are new in this chunk their numbers, in the rows themselves; returns the numbers. */
async function numberNewWorks(db: Db, rows: readonly ResolvedRow[]): Promise<Set<number>> {
  const stand = [
    ...new Set(rows.flatMap((row) => (row.workId !== null && row.workId < 0 ? [row.workId] : []))),
  ];
  if (stand.length === 0) return new Set();
  const { rows: given } = await db.execute<{ id: number }>(sql`
    select nextval(pg_get_serial_sequence('work', 'id'))::bigint as id from generate_series(1, ${stand.length})`);
  const ids = new Map(stand.map((temporary, i) => [temporary, Number(given[i]?.id)]));
  for (const row of rows) if (row.workId !== null) row.workId = ids.get(row.workId) ?? row.workId;
  return new Set(ids.values());
}

/**
 * The rows whose statement is not yet on record. A statement counts as on record unless its source has meanwhile
 * said something else that this file does not repeat: then it is a change of mind, and is recorded again.
 */
async function sayingSomethingNew(db: Db, rows: readonly NewRecord[]): Promise<NewRecord[]> {
  const telling = rows.filter((row) => Object.keys(row.fields).length > 0 || row.titleKey !== null);
  const { rows: standing } = await db.execute<{ workId: number; source: string; digest: string }>(sql`
    with said as (
      select id, work_id, source, digest,
        exists (select 1 from ordered_work w where w.digest = r.digest and w.source = r.source) as repeated
      from source_record r where work_id = any (${sql.param([...new Set(telling.map((row) => row.workId))])}::bigint[])
    ), latest as (
      select work_id, source, max(id) filter (where not repeated) as other from said group by work_id, source
    )
    select distinct said.work_id as "workId", said.source, said.digest
    from said join latest using (work_id, source)
    where repeated and id > coalesce(other, 0)`);
  const name = (row: { workId: number; source: string; digest: string }) =>
    `${row.workId} ${row.digest} ${row.source}`;
  const known = new Set(standing.map(name));
  return telling.filter((row) => {
    const isNew = !known.has(name(row));
    known.add(name(row));
    return isNew;
  });
}

async function saveDerived({ db, client }: Connection, ids: ReadonlySet<number>, news: readonly NewRecord[]) {
  if (ids.size === 0) return;
  const said = new Map<number, SaidOfWork[]>([...ids].map((id) => [id, []]));
  const { rows: before } = await db.execute<SaidOfWork & { workId: number } & Record<string, unknown>>(sql`
    select work_id as "workId", id, source, fields from source_record
    where work_id = any (${sql.param([...ids])}::bigint[])`);
  for (const record of before) said.get(record.workId)?.push(record);
  const later = Math.max(0, ...before.map((record) => record.id)) + 1;
  news.forEach((row, i) => {
    said.get(row.workId)?.push({ id: later + i, source: row.source, fields: row.fields });
  });
  await db.execute(sql`create temporary table if not exists derived_work (like work excluding all)`);
  await db.execute(sql`truncate derived_work`);
  await copyRows(
    client,
    "derived_work",
    // The order of these columns is that of the rows below.
    ["id", ...DERIVED_COLUMNS],
    [...said].map(([id, records]) => {
      const work = deriveWork(records);
      return [
        id,
        work.title,
        work.authors,
        work.authorsComplete,
        work.published,
        work.year,
        work.venue,
        arrayLiteral(work.fields),
        work.abstract,
        work.summary,
        work.summarySource,
        work.summaryProblem,
        work.citedByCount,
        work.notices,
      ];
    }),
  );
  await db.execute(UPSERT_DERIVED);
}

const DERIVED_COLUMNS = [
  "title",
  "authors",
  "authors_complete",
  "published",
  "year",
  "venue",
  "fields",
  "abstract",
  "summary",
  "summary_source",
  "summary_problem",
  "cited_by_count",
  "notices",
] as const;

const list = (prefix: string) => DERIVED_COLUMNS.map((column) => `${prefix}${column}`).join(", ");

/** Title, authors and a summary that readers may see: what the search box looks through. */
const SEARCH_WORDS = `search_words(concat_ws(' ', title,
  (select string_agg(author ->> 'name', ' ') from jsonb_array_elements(authors) as author),
  case when summary_problem is null then summary end))`;

const UPSERT_DERIVED = sql.raw(`
  insert into work (id, ${list("")}, search) overriding system value
  select id, ${list("")}, ${SEARCH_WORDS} from derived_work order by id
  on conflict (id) do update set (${list("")}, search) = row(${list("excluded.")}, excluded.search)
  where (${list("work.")}) is distinct from (${list("excluded.")})`);

/** Writes identifiers that nobody has yet; returns the works that got one. */
async function saveIdentifiers({ db, client }: Connection, rows: readonly NewRecord[], importRunId: number) {
  await db.execute(
    sql`create temporary table if not exists named_work (scheme text, value text, work_id bigint)`,
  );
  await db.execute(sql`truncate named_work`);
  await copyRows(
    client,
    "named_work",
    ["scheme", "value", "work_id"],
    rows.flatMap((row) =>
      row.identifiers
        .filter((identifier) => !row.conflicts.includes(identifier))
        .map(({ scheme, value }) => [scheme, value, row.workId]),
    ),
  );
  const { rows: named } = await db.execute<{ workId: number }>(sql`
    insert into work_identifier (scheme, value, work_id, import_run_id)
    select distinct on (scheme, value) scheme, value, work_id, ${importRunId}::bigint from named_work
    order by scheme, value, work_id
    on conflict do nothing returning work_id as "workId"`);
  return named.map((row) => row.workId);
}

/** Keeps which work each key means, and what became of the works. */
async function keepOutcomes(
  { db, client }: Connection,
  rows: readonly NewRecord[],
  created: ReadonlySet<number>,
  changed: ReadonlySet<number>,
) {
  const outcome = (id: number) => (created.has(id) ? "created" : changed.has(id) ? "updated" : "unchanged");
  const works = new Set(rows.map((row) => row.workId));
  await copyRows(
    client,
    "work_outcome",
    ["work_id", "outcome"],
    [...works].map((id) => [id, outcome(id)]),
  );
  const fresh = new Map(rows.filter((row) => row.keyWorkId === null).map((row) => [row.key, row.workId]));
  await copyRows(client, "key_work", ["key", "work_id"], [...fresh]);
  await db.execute(sql`analyze key_work`);
}
