import { sql } from "drizzle-orm";
import type { Connection } from "@/db/client";
import type { ImportRecord, Placed } from "@/lib/import/record";
import { type ImportReport, note } from "@/lib/import/report";
import { copyText, encodeRow } from "./copy";
import { DERIVED_DEFINITIONS } from "./derived-columns";
import { rowsOf } from "./staged-rows";

/** Temporary tables that hold the file's records while the import lasts; the order of columns is that of `rowsOf`. */
const STAGES = {
  staged_work:
    "line int, key text, source text, identifiers text[], digest text, says_something bool, title text, title_key text, year int, first_author_key text, sequence int",
  staged_statement: `line int, said json, ${DERIVED_DEFINITIONS}`,
  staged_hub: "work_key text, slug text, demonstration bool",
  staged_reported: "hub_key text, axis text, value text, count int, total int, source text",
  staged_citation:
    "hub_key text, citing_key text, is_influential bool, is_self bool, context_gap text, if_hub bool",
  staged_context:
    "hub_key text, citing_key text, text text, before text, after text, section text, position int, markers jsonb, implicit bool, source text, digest text, read_in text",
  staged_reference: "citing_key text, cited_key text",
  staged_claim: "hub_key text, number int, text text, quote text, place int",
  staged_suggestion:
    "hub_key text, citing_key text, digest text, position int, original text, role text, polarity text, basis text, source text, version text, confidence float8",
} as const;
export type Stage = keyof typeof STAGES;

const columnsOf = (stage: Stage) => STAGES[stage].split(", ").map((column) => column.split(" ")[0] ?? "");

/** Rows wait until there are this many characters of them, so that memory does not depend on how long they are. */
const BATCH_LENGTH = 512 * 1024;

/**
 * Reads the whole file into temporary tables of this connection, so that works can be matched in an order of their
 * own whatever order the file has, and memory does not grow with the file. The database takes one batch in while the
 * next one is read.
 */
export async function stageRecords(
  { db, client }: Connection,
  records: AsyncIterable<Placed>,
  report: ImportReport,
  onProgress: (rows: number) => void,
): Promise<void> {
  await db.execute(sql.raw(`discard temp; ${Object.entries(STAGES).map(createStage).join("; ")}`));
  const waiting = new Map<Stage, string>();
  let sending = Promise.resolve();
  const send = async (stage: Stage, rows: string) => {
    await sending;
    sending = copyText(client, stage, columnsOf(stage), rows);
    // A failure counts where it is awaited, above or below.
    sending.catch(() => undefined);
  };
  const isRepeated = bareRepeats();
  let read = 0;
  for await (const record of records) {
    read += 1;
    if (read % 1000 === 0) onProgress(read);
    if (record.kind === "rejected") note(report, "rejected", { where: record.where, reason: record.reason });
    else if (record.kind === "warning")
      note(report, "warnings", { where: record.where, message: record.message });
    else if (!isRepeated(record))
      for (const [stage, row] of rowsOf(record, read)) {
        const rows = (waiting.get(stage) ?? "") + encodeRow(row);
        const isFull = rows.length >= BATCH_LENGTH;
        waiting.set(stage, isFull ? "" : rows);
        if (isFull) await send(stage, rows);
      }
  }
  for (const [stage, rows] of waiting) if (rows !== "") await send(stage, rows);
  await sending;
  await db.execute(sql`analyze staged_work; analyze staged_citation`);
}

/** How many bare works are remembered. */
const REMEMBERED = 10_000;

/** Tells records that name a work and say nothing of it, as every citation names its hub, from the second time on. */
function bareRepeats(): (record: ImportRecord) => boolean {
  const seen = new Set<string>();
  return (record) => {
    if (record.kind !== "work" || Object.keys(record.fields).length > 0) return false;
    const name = JSON.stringify([record.key, record.source, record.identifiers]);
    if (seen.has(name)) return true;
    if (seen.size === REMEMBERED) seen.clear();
    seen.add(name);
    return false;
  };
}

const createStage = ([stage, columns]: [string, string]) => `create temporary table ${stage} (${columns})`;
