import { sql } from "drizzle-orm";
import type { Connection, Db } from "@/db/client";
import type { ImportReport } from "@/lib/import/report";
import { announceChange } from "../announce-change";
import { keepMadeWorks, loadDecisions, type StoredDecision } from "./decisions";
import { loadIndex } from "./load-index";
import { matchChunk, type StagedRow } from "./match-chunk";
import { orderWorks } from "./order-works";
import { recordWorks } from "./record-works";
import { reportQuestions } from "./report-questions";

/**
 * Finds or makes the work of every staged row, chunk by chunk, each chunk in one transaction. Rows are taken in an
 * order given by their content: hubs first, then the rows that are described best, so that a bare title meets every
 * work that it could mean.
 */
export async function resolveWorks(
  connection: Connection,
  options: ResolveOptions,
  report: ImportReport,
  onProgress: (rows: number, total: number) => void,
): Promise<void> {
  const total = await orderWorks(connection.db);
  const { chunkSize, decidedIn } = options;
  const known = {
    hubWorks: new Map<string, number>(),
    decisions: await loadDecisions(connection.db, decidedIn),
  };
  for (let from = 0; from < total; from += chunkSize) {
    await connection.db.transaction((tx) =>
      resolveChunk({ db: tx, client: connection.client }, from, options, known, report),
    );
    onProgress(Math.min(from + chunkSize, total), total);
  }
}

interface ResolveOptions {
  importRunId: number;
  chunkSize: number;
  hubWorkId: number | null;
  /** The import of which the decisions hold. */
  decidedIn: number | null;
}

async function resolveChunk(
  connection: Connection,
  from: number,
  { importRunId, chunkSize, hubWorkId, decidedIn }: ResolveOptions,
  { hubWorks, decisions }: { hubWorks: Map<string, number>; decisions: ReadonlyMap<string, StoredDecision> },
  report: ImportReport,
): Promise<void> {
  const { db } = connection;
  const staged = await readChunk(db, from, chunkSize);
  const index = await loadIndex(db, hubWorks, decidedIn);
  const otherKeys = await listOtherKeys(
    db,
    staged.flatMap(({ key }) => {
      const decision = decisions.get(key);
      return decision?.kind === "key" ? [decision.otherKey] : [];
    }),
  );
  const context = { index, hubWorks, hubWorkId, decisions, otherKeys };
  const { rows, questions, newKeys } = matchChunk(staged, context, report);
  const before = rows.map(({ workId }) => workId);
  const changed = await recordWorks(connection, rows, importRunId);
  for (const row of rows) if (row.isHub) hubWorks.set(row.key, row.workId);
  const numbers = new Map(rows.map(({ workId }, at) => [before[at] ?? workId, workId]));
  await reportQuestions(db, questions, numbers, report);
  const made = new Map(rows.flatMap(({ key, workId }) => (newKeys.has(key) ? [[key, workId] as const] : [])));
  await keepMadeWorks(db, decidedIn, made);
  if (changed) await announceChange(db);
}

/** The rows of a chunk, in their order; they are kept in `chunk_work` too. */
async function readChunk(db: Db, from: number, size: number): Promise<StagedRow[]> {
  await db.execute(sql`truncate chunk_work, resolved_row, new_statement`);
  await db.execute(sql`
    insert into chunk_work
    select * from ordered_work where seq >= ${from} and seq < ${from + size} order by seq`);
  const { rows } = await db.execute<StagedRow & Record<string, unknown>>(sql`
    select w.seq, w.key, w.source, w.identifiers, w.digest, w.title, w.title_key as "titleKey", w.year,
      w.first_author_key as "firstAuthorKey", w.hub_keys as "hubKeys", w.is_hub as "isHub", k.work_id as "keyWorkId"
    from chunk_work w left join key_work k on k.key = w.key order by w.seq`);
  return rows;
}

/** The works that earlier chunks found for the keys that decisions on rows of this chunk name. */
async function listOtherKeys(db: Db, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const { rows } = await db.execute<{ key: string; workId: number }>(sql`
    select key, work_id as "workId" from key_work where key = any(${sql.param(keys)}::text[])`);
  return new Map(rows.map(({ key, workId }) => [key, workId]));
}
