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

/** Gives staged rows their order and drops the ones that are said twice; returns how many there are. */
async function orderStagedWorks(db: Db): Promise<number> {
  await db.execute(sql`
    create temporary table ordered_work on commit preserve rows as
    select row_number() over (
        order by is_hub desc, cardinality(identifiers) desc, (year is null), (first_author_key is null),
          key collate "C", source collate "C", digest collate "C"
      )::int - 1 as seq, *, null::bigint as work_id, null::text as outcome
    from (
      select distinct on (key, source, digest) *,
        key in (select work_key from staged_hub union select hub_key from staged_citation) as is_hub
      from staged_work order by key, source, digest
    ) as said`);
  await db.execute(sql`create unique index on ordered_work (seq)`);
  await db.execute(sql`create index on ordered_work (key)`);
  await db.execute(sql`create index on ordered_work (work_id)`);
  await db.execute(sql`create index on ordered_work (digest)`);
  await db.execute(sql`analyze ordered_work`);
  const { rows } = await db.execute<{ total: number }>(sql`select count(*)::int as total from ordered_work`);
  return rows[0]?.total ?? 0;
}

async function readChunk(db: Db, from: number, size: number): Promise<StagedRow[]> {
  const { rows } = await db.execute<StagedRow & Record<string, unknown>>(sql`
    select seq, key, source, identifiers, fields, digest, title_key as "titleKey", year,
      first_author_key as "firstAuthorKey", is_hub as "isHub",
      array(select distinct hub_key from staged_citation c where c.citing_key = w.key) as "hubKeys",
      (select work_id from ordered_work o where o.key = w.key and o.work_id is not null limit 1) as "keyWorkId"
    from ordered_work w where seq >= ${from} and seq < ${from + size} order by seq`);
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
    if (match.kind === "ambiguous") note(report, "ambiguous", { work: described.title, reason: match.reason });
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
