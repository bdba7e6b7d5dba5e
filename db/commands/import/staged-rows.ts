import { hash } from "node:crypto";
import { quoteDigest } from "@/db/quote-digest";
import { familyKey } from "@/lib/citation/authors";
import { yearOf } from "@/lib/citation/partial-date";
import { normaliseTitle } from "@/lib/citation/title";
import { deriveWork } from "@/lib/import/derive";
import { exportedLocalName, localName } from "@/lib/import/match";
import type { ImportRecord, WorkRecord } from "@/lib/import/record";
import { arrayLiteral, type Cell } from "./copy";
import { derivedCells } from "./derived-columns";
import type { Stage } from "./stage";

/** The rows that a record becomes in the tables of `stage.ts`; `line` numbers the records of the file. */
export function rowsOf(r: ImportRecord, line: number): [Stage, Cell[]][] {
  switch (r.kind) {
    case "work": {
      const title = titleKey(r);
      // One that is only named by an identifier leaves nothing to put on record.
      const says = title !== null || Object.keys(r.fields).length > 0;
      const recognised: [Stage, Cell[]] = ["staged_work", workRow(r, line, title, says)];
      return says ? [recognised, ["staged_statement", statementRow(r, line)]] : [recognised];
    }
    case "hub":
      return [["staged_hub", [r.work, r.slug ?? null, r.demonstration ?? false]]];
    case "reported_count":
      return [["staged_reported", [r.hub, r.axis, r.value, r.count, r.total ?? null, r.source]]];
    case "citation":
      return [
        [
          "staged_citation",
          [
            r.hub,
            r.citing,
            r.isInfluential ?? false,
            r.isSelf ?? null,
            r.contextGap ?? null,
            r.ifHub ?? false,
          ],
        ],
      ];
    case "context":
      return [
        [
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
            r.readIn ?? null,
          ],
        ],
      ];
    case "reference":
      return [["staged_reference", [r.citing, r.cited]]];
    case "claim":
      return [["staged_claim", [r.hub, r.number, r.text, r.quote ?? null, r.place ?? null]]];
    case "suggestion":
      return [
        [
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
        ],
      ];
  }
}

const digest = (text: string) => hash("md5", text);

/** What a work is recognised by, and whether anything is said of it. */
function workRow(work: WorkRecord, line: number, titleKey: string | null, says: boolean): Cell[] {
  const { key, source, identifiers, fields } = work;
  const names = identifiers.map(({ scheme, value }) => `${scheme}:${value}`).sort();
  const [firstAuthor] = fields.authors ?? [];
  return [
    line,
    key,
    source,
    arrayLiteral(names),
    digest(JSON.stringify([names, sortKeys(fields)])),
    says,
    fields.title ?? null,
    titleKey,
    fields.published === undefined ? null : yearOf(fields.published),
    firstAuthor === undefined ? null : familyKey(firstAuthor) || null,
    work.sequence ?? null,
  ];
}

/** What is said of a work, and the work as it would be if nobody said anything else. */
const statementRow = ({ source, fields }: WorkRecord, line: number): Cell[] => [
  line,
  fields,
  ...derivedCells(deriveWork([{ id: 1, source, fields }])),
];

/**
 * The normalised title. A work of which the file gives neither title nor identifier goes by its key in that file, as
 * one word that no title can be, so that the same file finds it again.
 */
function titleKey({ key, source, identifiers, fields }: WorkRecord): string | null {
  const title = normaliseTitle(fields.title ?? "");
  if (title !== "") return title;
  return identifiers.length > 0 ? null : localName(exportedLocalName(key) ?? digest(`${source} ${key}`));
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
