import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Connection } from "@/db/client";
import { familyKey } from "@/lib/citation/authors";
import { yearOf } from "@/lib/citation/partial-date";
import { normaliseTitle } from "@/lib/citation/title";
import type { ImportRecord, Parsed, WorkRecord } from "@/lib/import/record";
import { type ImportReport, note } from "@/lib/import/report";
import { arrayLiteral, type Cell, copyRows } from "./copy";

/** Temporary tables that hold the file's records while the import lasts; the order of columns is that of `rowOf`. */
const STAGES = {
  staged_work:
    "key text, source text, identifiers text[], fields jsonb, digest text, title_key text, year int, first_author_key text",
  staged_hub: "work_key text, slug text, demonstration bool",
  staged_reported: "hub_key text, axis text, value text, count int, total int, source text",
  staged_citation: "hub_key text, citing_key text, is_influential bool, is_self bool, context_gap text",
  staged_context:
    "hub_key text, citing_key text, text text, before text, after text, section text, position int, markers jsonb, implicit bool, source text, digest text",
  staged_reference: "citing_key text, cited_key text",
  staged_claim: "hub_key text, number int, text text, quote text",
  staged_suggestion:
    "hub_key text, citing_key text, digest text, position int, original text, role text, polarity text, basis text, source text, version text, confidence float8",
} as const;
type Stage = keyof typeof STAGES;

const COLUMNS = Object.fromEntries(
  Object.entries(STAGES).map(([stage, columns]) => [
    stage,
    columns.split(", ").map((column) => column.split(" ")[0] ?? ""),
  ]),
);

const BATCH_ROWS = 2000;

/**
 * Reads the whole file into temporary tables of this connection, so that works can be matched in an order of their
 * own whatever order the file has, and memory does not grow with the file.
 */
export async function stageRecords(
  { db, client }: Connection,
  records: AsyncIterable<Parsed>,
  report: ImportReport,
  onProgress: (rows: number) => void,
): Promise<void> {
  await db.execute(sql.raw(`discard temp; ${Object.entries(STAGES).map(createStage).join("; ")}`));
  const waiting = new Map<Stage, Cell[][]>();
  let read = 0;
  for await (const record of records) {
    read += 1;
    if (read % 1000 === 0) onProgress(read);
    if (record.kind === "rejected") note(report, "rejected", { where: record.where, reason: record.reason });
    else if (record.kind === "warning")
      note(report, "warnings", { where: record.where, message: record.message });
    else {
      const [stage, row] = rowOf(record);
      const rows = waiting.get(stage) ?? [];
      rows.push(row);
      waiting.set(stage, rows);
      if (rows.length >= BATCH_ROWS) {
        waiting.delete(stage);
        await copyRows(client, stage, COLUMNS[stage] ?? [], rows);
      }
    }
  }
  for (const [stage, rows] of waiting) await copyRows(client, stage, COLUMNS[stage] ?? [], rows);
  await db.execute(
    sql.raw(
      `create index on staged_work (key); create index on staged_work (digest); create index on staged_citation (citing_key); ${Object.keys(
        STAGES,
      )
        .map((stage) => `analyze ${stage}`)
        .join("; ")}`,
    ),
  );
}

const createStage = ([stage, columns]: [string, string]) => `create temporary table ${stage} (${columns})`;

const digest = (text: string) => createHash("md5").update(text).digest("hex");

/** A sentence's digest: the same whatever its case and white space. */
const quoteDigest = (text: string) => digest(text.toLowerCase().replace(/\s+/gu, ""));

function workRow({ key, source, identifiers, fields }: WorkRecord): Cell[] {
  const names = identifiers.map(({ scheme, value }) => `${scheme}:${value}`).sort();
  const [firstAuthor] = fields.authors ?? [];
  return [
    key,
    source,
    arrayLiteral(names),
    fields,
    digest(JSON.stringify([names, sortKeys(fields)])),
    titleKey({ key, source, identifiers, fields }),
    fields.published === undefined ? null : yearOf(fields.published),
    firstAuthor === undefined ? null : familyKey(firstAuthor) || null,
  ];
}

/**
 * The normalised title. A work of which the file gives neither title nor identifier goes by its key in that file, as
 * one word that no title can be, so that the same file finds it again.
 */
function titleKey({ key, source, identifiers, fields }: Omit<WorkRecord, "kind">): string | null {
  const title = normaliseTitle(fields.title ?? "");
  if (title !== "") return title;
  return identifiers.length > 0 ? null : `untitled:${digest(`${source} ${key}`)}`;
}

/** The same object with its keys in order, so that equal statements have equal digests. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortKeys(item)]),
  );
}

function rowOf(r: ImportRecord): [Stage, Cell[]] {
  switch (r.kind) {
    case "work":
      return ["staged_work", workRow(r)];
    case "hub":
      return ["staged_hub", [r.work, r.slug ?? null, r.demonstration ?? false]];
    case "reported_count":
      return ["staged_reported", [r.hub, r.axis, r.value, r.count, r.total ?? null, r.source]];
    case "citation":
      return [
        "staged_citation",
        [r.hub, r.citing, r.isInfluential ?? false, r.isSelf ?? false, r.contextGap ?? null],
      ];
    case "context":
      return [
        "staged_context",
        [
          r.hub,
          r.citing,
          r.text,
          r.before ?? null,
          r.after ?? null,
          r.section ?? null,
          r.position ?? null,
          r.markers ?? [],
          r.implicit ?? false,
          r.source,
          quoteDigest(r.text),
        ],
      ];
    case "reference":
      return ["staged_reference", [r.citing, r.cited]];
    case "claim":
      return ["staged_claim", [r.hub, r.number, r.text, r.quote ?? null]];
    case "suggestion":
      return [
        "staged_suggestion",
        [
          r.hub,
          r.citing,
          r.contextText === undefined ? null : quoteDigest(r.contextText),
          r.contextPosition ?? null,
          r.original,
          r.role ?? null,
          r.polarity ?? null,
          r.basis ?? null,
          r.source,
          r.version ?? null,
          r.confidence ?? null,
        ],
      ];
  }
}
