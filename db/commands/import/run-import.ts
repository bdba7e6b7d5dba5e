import { and, eq, sql } from "drizzle-orm";
import type { Connection, Db } from "@/db/client";
import { importRun } from "@/db/schema/import-run";
import { SUMMARY_PROBLEM_LABELS, type SummaryProblem } from "@/lib/citation/summary-check";
import { conflictText } from "@/lib/import/conflict-text";
import type { ImportProgress } from "@/lib/import/progress";
import type { Placed } from "@/lib/import/record";
import {
  add,
  emptyReport,
  type ImportReport,
  note,
  type SourceOutcome,
  type Tally,
} from "@/lib/import/report";
import { attachCitations } from "./attach-citations";
import { attachHubs } from "./attach-hubs";
import { copyRows } from "./copy";
import { describeOutcome } from "./describe-outcome";
import { IMPORT_LOCK } from "./import-lock";
import { findNamedHub } from "./named-hub";
import { reportConflicts } from "./report-conflicts";
import { resolveWorks } from "./resolve-works";
import { stageRecords } from "./stage";
import { summariseHubs } from "./summarise-hubs";

/** Works (or citing works) written in one transaction. */
const CHUNK_SIZE = 5000;

/** Sorting in memory, and look-ups by index instead of reading whole tables for each chunk. */
const SETTINGS = sql`set work_mem = '64MB'; set random_page_cost = 1.1`;
const RESET_SETTINGS = sql`reset work_mem; reset random_page_cost`;

export interface ImportRequest {
  fileName: string;
  format: string;
  records: AsyncIterable<Placed>;
  /** What the services gave from which the records come; filled in while the records are read. */
  sources?: readonly SourceOutcome[];
  /** The hub that the file's only hub is, or is to become. */
  hubSlug?: string;
  chunkSize?: number;
  onProgress?: (progress: ImportProgress) => void;
  /** The import of which the decisions on ambiguous works hold. */
  decidedIn?: number;
  /** The import run that a worker has on lease; without it a new one is made. */
  leased?: { importRunId: number; holder: string };
}

/** The import was cancelled, or another worker has it: what was written stays. */
export class ImportStoppedError extends Error {
  override name = "ImportStoppedError";
}

/**
 * Takes a file's records in: stage, resolve works, attach the rest. The same file taken in again changes nothing.
 * Throws what the parser throws when the file cannot be read; then nothing is written.
 */
export async function runImport(connection: Connection, request: ImportRequest): Promise<ImportReport> {
  return withImportLock(connection.db, async () => {
    try {
      return await importRecords(connection, request);
    } catch (error) {
      await failRunning(connection.db, String(error));
      throw error;
    }
  });
}

/** The report that `runImport` would give, by the same code, with nothing kept. */
export async function previewImport(
  { db, client }: Connection,
  request: ImportRequest,
): Promise<ImportReport> {
  return withImportLock(db, async () => {
    const kept: { report?: ImportReport } = {};
    const undo = new Error("preview undone");
    try {
      await db.transaction(async (tx) => {
        kept.report = await importRecords({ db: tx, client }, request);
        throw undo;
      });
    } catch (error) {
      if (error !== undo) throw error;
    }
    return kept.report ?? emptyReport(request.format);
  });
}

/** So many new rows make what the planner knows of the tables worthless. */
const MANY = 1000;

/** What joins and facets go by; words are costly to count, and the server's own upkeep does that soon after. */
const ANALYZE = sql`
  analyze work (id, year), citation, citation_context (hub_id, work_id), suggestion, reference`;

/** One import at a time; whatever still counts as running when the lock is ours was cut off. */
export async function withImportLock<Result>(db: Db, work: () => Promise<Result>): Promise<Result> {
  await db.execute(sql`select pg_advisory_lock(${IMPORT_LOCK})`);
  await db.execute(SETTINGS);
  try {
    await failRunning(db, "stopped before its end; import the file again to finish it");
    return await work();
  } finally {
    await db.execute(RESET_SETTINGS);
    await db.execute(sql`select pg_advisory_unlock(${IMPORT_LOCK})`);
  }
}

/** Of imports from the shell alone: a worker says itself what became of its own. */
async function failRunning(db: Db, failure: string): Promise<void> {
  await db.execute(sql`
    update import_run set status = 'failed', failure = ${failure}, ended_at = now()
    where status = 'running' and upload_id is null`);
}

async function importRecords(connection: Connection, request: ImportRequest): Promise<ImportReport> {
  const { db } = connection;
  const { hubSlug = null, chunkSize = CHUNK_SIZE, decidedIn = null } = request;
  const report = emptyReport(request.format);
  const progress = (phase: ImportProgress["phase"]) => (done: number, total?: number) =>
    request.onProgress?.({ phase, done, total: total ?? null });
  await stageRecords(connection, request.records, report, progress("reading"));
  if (request.sources) report.sources = [...request.sources];
  const hubWorkId = hubSlug === null ? null : await findNamedHub(db, hubSlug, report);
  const importRunId = await openRun(db, request);
  if (request.leased && (await hasWritten(db, importRunId)))
    note(report, "warnings", {
      where: "this report",
      message: "the import was begun before; what it had written by then counts as unchanged here.",
    });
  const options = { importRunId, chunkSize };
  await resolveWorks(connection, { ...options, hubWorkId, decidedIn }, report, progress("works"));
  await attachHubs(db, importRunId, hubSlug, report);
  await attachCitations(db, { ...options, decidedIn }, report, progress("citations"));
  if (report.citations.created > MANY) await db.execute(ANALYZE);
  await summariseHubs(db, await listTouchedHubs(db));
  await db.execute(sql`analyze work_outcome`);
  await reportWorks(db, report);
  await describeOutcome(db, report);
  await reportConflicts(db, report);
  await closeRun(connection, importRunId, report);
  return report;
}

async function openRun(db: Db, { fileName, format, leased }: ImportRequest): Promise<number> {
  if (leased) return continueRun(db, leased);
  const [run] = await db
    .insert(importRun)
    .values({ fileName, format, status: "running", ranAt: sql`now()` })
    .returning({ id: importRun.id });
  if (!run) throw new Error("the import run was not recorded");
  return run.id;
}

/** The run as it stands, without what an earlier try remarked. */
async function continueRun(db: Db, { importRunId, holder }: NonNullable<ImportRequest["leased"]>) {
  const { rows } = await db.execute(sql`
    select 1 from import_run where id = ${importRunId} and status = 'running' and lease_by = ${holder}`);
  if (rows.length === 0) throw new ImportStoppedError("it is not ours any more");
  await db.execute(sql`delete from import_run_row where import_run_id = ${importRunId}`);
  return importRunId;
}

/** Whether an earlier try of the run brought anything. */
async function hasWritten(db: Db, importRunId: number): Promise<boolean> {
  const { rows } = await db.execute<{ written: boolean }>(sql`
    select exists (select from source_record where import_run_id = ${importRunId}) as written`);
  return rows[0]?.written ?? false;
}

/** The hubs that the file says something about. */
async function listTouchedHubs(db: Db): Promise<number[]> {
  const { rows } = await db.execute<{ id: number }>(sql`
    select hub_id as id from staged_hub_id union select hub_id from found_citation order by id`);
  return rows.map((row) => row.id);
}

/** Counts works by what became of them, and lists the summaries that are kept from readers. */
async function reportWorks(db: Db, report: ImportReport): Promise<void> {
  const { rows: tallies } = await db.execute<Tally>(sql`
    select count(*) filter (where outcomes @> '{created}')::int as created,
      count(*) filter (where outcomes @> '{updated}' and not outcomes @> '{created}')::int as updated,
      count(*) filter (where outcomes = '{unchanged}')::int as unchanged
    from (select array_agg(distinct outcome) as outcomes from work_outcome group by work_id) as works`);
  if (tallies[0]) add(report.works, tallies[0]);
  const { rows: withheld } = await db.execute<{ work: string; problem: SummaryProblem }>(sql`
    select title as work, summary_problem as problem from work
    where summary_problem is not null
      and id in (
        select work_id from key_work join ordered_work using (key) join staged_statement using (line)
        where summary is not null)
    order by title`);
  for (const { work, problem } of withheld)
    note(report, "withheld", { work, reason: SUMMARY_PROBLEM_LABELS[problem] });
}

async function closeRun(
  { db, client }: Connection,
  importRunId: number,
  report: ImportReport,
): Promise<void> {
  const rows = [
    ...report.rejected.map(({ where, reason }) => ["rejected", where, reason] as const),
    ...report.ambiguous.map(({ work, reason }) => ["ambiguous", work, reason] as const),
    ...(report.conflicts ?? []).map((one) => ["conflict", one.work, conflictText(one)] as const),
    ...report.withheld.map(({ work, reason }) => ["withheld", work, reason] as const),
    ...report.warnings.map(({ where, message }) => ["warning", where, message] as const),
  ];
  await db.transaction(async (tx) => {
    await copyRows(
      client,
      "import_run_row",
      ["import_run_id", "number", "outcome", "subject", "reason"],
      rows.map((row, i) => [importRunId, i + 1, ...row]),
    );
    const closed = await tx
      .update(importRun)
      .set({ status: "done", report, failure: null, leaseBy: null, leaseUntil: null, endedAt: sql`now()` })
      .where(and(eq(importRun.id, importRunId), eq(importRun.status, "running")))
      .returning({ id: importRun.id });
    if (closed.length === 0) throw new ImportStoppedError("it was cancelled");
  });
}
