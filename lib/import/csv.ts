import {
  type Identifier,
  type IdentifierScheme,
  normaliseIdentifier,
  parseIdentifier,
} from "@/lib/citation/identifiers";
import { parsePartialDate } from "@/lib/citation/partial-date";
import { type CsvColumns, type CsvField, csvColumns } from "./csv-columns";
import { splitNames } from "./csv-names";
import { readRows } from "./csv-rows";
import { readHead } from "./head";
import { readAuthors } from "./list-authors";
import { listEntry, placeOf } from "./list-entry";
import { type Parsed, UnreadableFileError } from "./record";
import { quote, rejection, warning } from "./remark";

/** Whether the beginning of a text is that of a table of works with a line of names. */
export function detectCsv(head: string): boolean {
  return !/^\s*[<{[@]/u.test(head) && csvColumns(head) !== null;
}

/**
 * Reads a table of works row by row; what its columns hold is guessed by their names, or said by `columns`.
 * @throws UnreadableFileError at a line that is too long, and when the table has no line of names that can be read.
 */
export async function* parseCsv(chunks: AsyncIterable<string>, columns?: CsvColumns): AsyncGenerator<Parsed> {
  const file = await readHead(chunks);
  const found = columns ?? csvColumns(file.head);
  if (!found)
    throw new UnreadableFileError(
      "The table has no line that names a title or DOI and something else beside it.",
    );
  const places = new Map(
    found.columns.flatMap(({ field }, index) => (field ? [[field, index] as const] : [])),
  );
  for await (const { line, cells } of readRows(file.chunks, found)) {
    if (cells === null)
      yield rejection(
        placeOf(line),
        "The row cannot be taken apart: it has too many columns, or a quotation does not end.",
      );
    else yield* readRow((field) => unguarded(cells[places.get(field) ?? -1] ?? ""), line);
  }
}

/** Without the apostrophe that keeps a spreadsheet from running a text as a formula. */
const unguarded = (cell: string) => cell.trim().replace(/^'(?=[=+\-@＝＋－＠])/u, "");

const SCHEMES = ["doi", "arxiv", "pmid", "pmcid", "openalex"] as const satisfies readonly IdentifierScheme[];

function readRow(cell: (field: CsvField) => string, line: number): Parsed[] {
  const where = placeOf(line, cell("id"));
  const warnings: Parsed[] = [];
  const identifiers = SCHEMES.map((scheme) => {
    const read = normaliseIdentifier(scheme, cell(scheme));
    if (!read && cell(scheme) !== "" && !/^(?:n\/?a|none|null|-)$/iu.test(cell(scheme)))
      warnings.push(
        warning(where, `${quote(cell(scheme))} cannot be read as ${LABELS[scheme]} and is left out.`),
      );
    return read;
  });
  const { authors, complete } = readAuthors(splitNames(cell("authors")));
  const count = /^\d{1,9}$/u.exec(cell("citedByCount"))?.[0];
  return [
    ...warnings,
    ...listEntry({
      where,
      source: "csv",
      near: where,
      identifiers: [...identifiers, ...[cell("url"), cell("id")].map(addressed)],
      title: cell("title"),
      authors,
      authorsComplete: complete ? undefined : false,
      published: readDate(cell("published"), cell("year")),
      venue: cell("venue"),
      abstract: cell("abstract"),
      citedByCount: count === undefined ? undefined : Number(count),
    }),
  ];
}

const LABELS: Readonly<Record<(typeof SCHEMES)[number], string>> = {
  doi: "a DOI",
  arxiv: "an arXiv identifier",
  pmid: "a PMID",
  pmcid: "a PMCID",
  openalex: "an OpenAlex identifier",
};

/** An identifier in an address; a bare number or word of another kind is none. */
const addressed = (text: string): Identifier | null =>
  /^https?:/iu.test(text) ? parseIdentifier(text) : null;

/** The date when it says the same year more precisely, else the year. */
function readDate(date: string, year: string): string | null {
  const [inYear] = /(?<!\d)[12]\d{3}(?!\d)/u.exec(year) ?? [];
  const precise = parsePartialDate(date) ?? /(?<!\d)[12]\d{3}(?!\d)/u.exec(date)?.[0] ?? null;
  if (precise && (inYear === undefined || precise.startsWith(inYear))) return precise;
  return inYear ?? null;
}
