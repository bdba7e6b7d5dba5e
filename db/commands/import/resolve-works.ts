import { sql } from "drizzle-orm";
import type { Connection, Db } from "@/db/client";
import type { Description } from "@/lib/import/match";
import type { Identifier, WorkFields } from "@/lib/import/record";
import { type ImportReport, note } from "@/lib/import/report";
import { announceChange } from "../announce-change";
import { loadIndex } from "./load-index";
import { recordWorks } from "./record-works";

/** A staged row on its way to a work. A negative `workId` stands for a work that is new in this chunk. */
export interface ResolvedRow extends Description {
  seq: number;
  key: string;
  fields: WorkFields;
  title: string;
  workId: number | null;
  /** The work that an earlier chunk found for another row with this key. */
  keyWorkId: number | null;
  conflicts: Identifier[];
}

interface StagedRow {
  seq: number;
  key: string;
  source: string;
  identifiers: string[];
  fields: WorkFields;
  digest: string;
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
  onProgress: (rows: number) => void,
): Promise<void> {
  const total = await orderStagedWorks(connection.db);
  const hubWorks = new Map<string, number>();
  for (let from = 0; from < total; from += options.chunkSize) {
    await connection.db.transaction(async (tx) => {
      const staged = await readChunk(tx, from, options.chunkSize);
      const rows = await matchChunk(tx, staged, hubWorks, options.hubWorkId, report);
      const changed = await recordWorks({ db: tx, client: connection.client }, rows, options.importRunId);
      for (const row of rows) if (row.isHub && row.workId !== null) hubWorks.set(row.key, row.workId);
      if (changed) await announceChange(tx);
    });
    onProgress(Math.min(from + options.chunkSize, total));
  }
}

/**
 * Gives staged rows their order, drops the ones that are said twice, and makes room for the answers: `key_work` for
 * the work of each key, `work_outcome` for what became of it. Returns how many rows there are.
 */
async function orderStagedWorks(db: Db): Promise<number> {
  await db.execute(sql`
    create temporary table hub_key as
    select work_key as key from staged_hub union select hub_key from staged_citation`);
  await db.execute(sql`
    create temporary table ordered_work as
    select row_number() over (
        order by is_hub desc, cardinality(identifiers) desc, (year is null), (first_author_key is null),
          key collate "C", source collate "C", digest collate "C"
      )::int - 1 as seq, *
    from (
      select distinct on (key, source, digest) *, key in (select key from hub_key) as is_hub
      from staged_work order by key, source, digest
    ) as said`);
  await db.execute(
    sql.raw(`
    create unique index on ordered_work (seq);
    create index on ordered_work (key);
    create index on ordered_work (digest);
    create temporary table key_work (key text primary key, work_id bigint not null);
    create index on key_work (work_id);
    create temporary table work_outcome (work_id bigint not null, outcome text not null);
    analyze hub_key; analyze ordered_work`),
  );
  const { rows } = await db.execute<{ total: number }>(sql`select count(*)::int as total from ordered_work`);
  return rows[0]?.total ?? 0;
}

async function readChunk(db: Db, from: number, size: number): Promise<StagedRow[]> {
  const { rows } = await db.execute<StagedRow & Record<string, unknown>>(sql`
    select w.seq, w.key, w.source, w.identifiers, w.fields, w.digest, w.title_key as "titleKey", w.year,
      w.first_author_key as "firstAuthorKey", w.is_hub as "isHub", k.work_id as "keyWorkId",
      array(select distinct hub_key from staged_citation c where c.citing_key = w.key) as "hubKeys"
    from ordered_work w left join key_work k on k.key = w.key
    where w.seq >= ${from} and w.seq < ${from + size} order by w.seq`);
  return rows;
}

async function matchChunk(
  db: Db,
  staged: readonly StagedRow[],
  hubWorks: ReadonlyMap<string, number>,
  hubWorkId: number | null,
  report: ImportReport,
): Promise<ResolvedRow[]> {
  const ofChunk = new Map(hubWorks);
  const ofKey = new Map<string, number>();
  const index = await loadIndex(db, staged);
  let nextNew = -1;
  return staged.map((row) => {
    const hubs = new Set(row.hubKeys.flatMap((key) => ofChunk.get(key) ?? []));
    const described: ResolvedRow = {
      ...row,
      identifiers: row.identifiers.map(splitIdentifier),
      hubs,
      title: row.fields.title ?? row.key,
      workId: null,
      conflicts: [],
    };
    const settled = (row.isHub ? hubWorkId : null) ?? ofKey.get(row.key) ?? row.keyWorkId;
    const match = settled === null ? index.match(described) : index.knownAs(settled, described);
    if (match.kind === "ambiguous")
      note(report, "ambiguous", { work: described.title, reason: match.reason });
    else described.workId = match.kind === "known" ? match.workId : nextNew--;
    if (match.kind === "known") described.conflicts = match.conflicts;
    for (const { scheme, value } of described.conflicts)
      note(report, "warnings", {
        where: described.title,
        message: `${row.source} gives ${scheme}:${value}, but another one is known; kept with the record only.`,
      });
    if (described.workId !== null) {
      const identifiers = described.identifiers.filter((one) => !described.conflicts.includes(one));
      index.add(described.workId, { ...described, identifiers });
      ofKey.set(row.key, described.workId);
      if (row.isHub) ofChunk.set(row.key, described.workId);
    }
    return described;
  });
}

function splitIdentifier(name: string): Identifier {
  const colon = name.indexOf(":");
  return { scheme: name.slice(0, colon) as Identifier["scheme"], value: name.slice(colon + 1) };
}
