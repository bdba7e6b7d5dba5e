import { sql } from "drizzle-orm";
import type { Connection, Db } from "@/db/client";
import type { WorkIndex } from "@/lib/import/match";
import type { Identifier } from "@/lib/import/record";
import { type ImportReport, note } from "@/lib/import/report";
import { announceChange } from "../announce-change";
import { loadIndex } from "./load-index";
import { orderWorks } from "./order-works";
import { recordWorks } from "./record-works";

/** A staged row on its way to a work. A negative `workId` stands for a work that is new in this chunk. */
export interface ResolvedRow {
  seq: number;
  key: string;
  isHub: boolean;
  workId: number;
  /** Identifiers at odds with those of the work. */
  conflicts: Identifier[];
}

interface StagedRow {
  seq: number;
  key: string;
  source: string;
  identifiers: string[];
  digest: string;
  title: string | null;
  titleKey: string | null;
  year: number | null;
  firstAuthorKey: string | null;
  hubKeys: string[];
  isHub: boolean;
  /** The work that an earlier chunk found for another row with this key. */
  keyWorkId: number | null;
}

/**
 * Finds or makes the work of every staged row, chunk by chunk, each chunk in one transaction. Rows are taken in an
 * order given by their content: hubs first, then the rows that are described best, so that a bare title meets every
 * work that it could mean.
 */
export async function resolveWorks(
  connection: Connection,
  options: { importRunId: number; chunkSize: number; hubWorkId: number | null },
  report: ImportReport,
  onProgress: (rows: number, total: number) => void,
): Promise<void> {
  const total = await orderWorks(connection.db);
  const hubWorks = new Map<string, number>();
  for (let from = 0; from < total; from += options.chunkSize) {
    await connection.db.transaction(async (tx) => {
      const staged = await readChunk(tx, from, options.chunkSize);
      const rows = matchChunk(staged, await loadIndex(tx, hubWorks), hubWorks, options.hubWorkId, report);
      const changed = await recordWorks({ db: tx, client: connection.client }, rows, options.importRunId);
      for (const row of rows) if (row.isHub) hubWorks.set(row.key, row.workId);
      if (changed) await announceChange(tx);
    });
    onProgress(Math.min(from + options.chunkSize, total), total);
  }
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

/** What each row means, without the rows that could mean several works. */
function matchChunk(
  staged: readonly StagedRow[],
  index: WorkIndex,
  hubWorks: ReadonlyMap<string, number>,
  hubWorkId: number | null,
  report: ImportReport,
): ResolvedRow[] {
  const ofHubs = new Map(hubWorks);
  const ofKey = new Map<string, number>();
  let nextNew = -1;
  return staged.flatMap((row) => {
    const identifiers = row.identifiers.map(splitIdentifier);
    const hubs = new Set(row.hubKeys.flatMap((key) => ofHubs.get(key) ?? []));
    const described = { ...row, identifiers, hubs };
    const title = row.title ?? row.key;
    const settled = (row.isHub ? hubWorkId : null) ?? ofKey.get(row.key) ?? row.keyWorkId;
    const match = settled === null ? index.match(described) : index.knownAs(settled, described);
    if (match.kind === "ambiguous") {
      note(report, "ambiguous", { work: title, reason: match.reason });
      return [];
    }
    const workId = match.kind === "known" ? match.workId : nextNew--;
    const conflicts = match.kind === "known" ? match.conflicts : [];
    for (const { scheme, value } of conflicts)
      note(report, "warnings", {
        where: title,
        message: `${row.source} gives ${scheme}:${value}, but another one is known; kept with the record only.`,
      });
    index.add(workId, { ...described, identifiers: identifiers.filter((one) => !conflicts.includes(one)) });
    ofKey.set(row.key, workId);
    if (row.isHub) ofHubs.set(row.key, workId);
    return [{ seq: row.seq, key: row.key, isHub: row.isHub, workId, conflicts }];
  });
}

function splitIdentifier(name: string): Identifier {
  const colon = name.indexOf(":");
  return { scheme: name.slice(0, colon) as Identifier["scheme"], value: name.slice(colon + 1) };
}
