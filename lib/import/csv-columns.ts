import { parse } from "csv-parse/sync";
import { HEAD_LENGTH } from "./head";

/** What a column of a table of works can hold. */
export const CSV_FIELDS = [
  "title",
  "authors",
  "published",
  "year",
  "venue",
  "doi",
  "arxiv",
  "pmid",
  "pmcid",
  "openalex",
  "url",
  "abstract",
  "citedByCount",
  "id",
] as const;
export type CsvField = (typeof CSV_FIELDS)[number];

/**
 * The names that exports of Zotero, Scopus, Web of Science, Dimensions, OpenAlex, Lens, PubMed and Publish or Perish
 * give their columns, and plain ones: small letters and digits only. Of several columns of a field the names further
 * ahead count more.
 */
const NAMES: Readonly<Record<CsvField, string>> = {
  title: "title articletitle ti documenttitle papertitle name displayname worktitle",
  authors:
    "authorfullnames authors author authorfullname authorsname authorsnames af au creators creator authornames authorshipsauthordisplayname authorshipsrawauthorname",
  published:
    "publicationdate datepublished published date coverdate createdate publisheddate publicationdateonline",
  year: "publicationyear year pubyear py yearpublished",
  venue:
    "publicationtitle sourcetitle journal journaltitle journalbook venue so booktitle primarylocationsourcedisplayname source containertitle conferencename publication",
  doi: "doi dois di",
  arxiv: "arxiv arxivid eprint",
  pmid: "pmid pubmedid pm",
  pmcid: "pmcid pmc",
  openalex: "openalexid openalex",
  url: "url link links sourceurl articleurl dimensionsurl",
  abstract: "abstract abstractnote ab summary",
  citedByCount:
    "citedby citedbycount timescited timescitedallclasses timescitedalldatabases cites citationcount citations z9 tc citingworkscount",
  id: "id key ut eid publicationid lensid uniquewosid citekey number",
};

const FIELD_OF_NAME: ReadonlyMap<string, { field: CsvField; rank: number }> = new Map(
  CSV_FIELDS.flatMap((field) =>
    NAMES[field].split(" ").map((name, rank) => [name, { field, rank }] as const),
  ),
);

/** What people call what a column holds. */
export const CSV_FIELD_LABELS: Readonly<Record<CsvField, string>> = {
  title: "title",
  authors: "authors",
  published: "date of publication",
  year: "year",
  venue: "journal or venue",
  doi: "DOI",
  arxiv: "arXiv identifier",
  pmid: "PMID",
  pmcid: "PMCID",
  openalex: "OpenAlex identifier",
  url: "web address",
  abstract: "abstract",
  citedByCount: "number of citations",
  id: "key in the table",
};

/** The signs that part columns, in the order in which they are tried. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;

/** Exports begin with a line or two about themselves. */
const LINES_BEFORE_HEADER = 5;
const MOST_COLUMNS = 1000;
/** Where an admin may say that the names stand. */
export const MOST_LINES_BEFORE = 20;

export interface CsvColumns {
  delimiter: string;
  /** The line of the names, counted from 1. */
  headerLine: number;
  /** The columns by their names, and what each is taken to hold; null is not read. */
  columns: { name: string; field: CsvField | null }[];
}

/**
 * The columns of a table of works: the delimiter and the line of their names as found in its beginning, and what each
 * is guessed to hold by its name. Null when no line names a title or an identifier and something else beside it.
 */
export function csvColumns(head: string): CsvColumns | null {
  const lines = head
    .slice(0, HEAD_LENGTH)
    .replace(/^\uFEFF/u, "")
    .split("\n", LINES_BEFORE_HEADER);
  let best: (CsvColumns & { known: number }) | null = null;
  lines.forEach((line, index) => {
    for (const delimiter of DELIMITERS) {
      const names = splitNames(line, delimiter);
      const columns = names.length < 2 || names.length > MOST_COLUMNS ? [] : guess(names);
      const fields = new Set(columns.flatMap(({ field }) => field ?? []));
      const tells = fields.has("title") || fields.has("doi") || fields.has("pmid") || fields.has("openalex");
      if (tells && fields.size >= 2 && fields.size > (best?.known ?? 0))
        best = { delimiter, headerLine: index + 1, columns, known: fields.size };
    }
  });
  if (best === null) return null;
  const { delimiter, headerLine, columns }: CsvColumns = best;
  return { delimiter, headerLine, columns };
}

/**
 * The columns of a table whose names say nothing: those of `csvColumns` where it finds any, else the line in which most
 * columns are told apart, of the delimiter that does so; or of the delimiter and the line that are given. Null when no
 * line has two columns.
 */
export function proposeColumns(
  head: string,
  given: { delimiter?: string | undefined; headerLine?: number | undefined } = {},
): CsvColumns | null {
  const isGiven = given.delimiter !== undefined || given.headerLine !== undefined;
  const found = isGiven ? null : csvColumns(head);
  if (found) return found;
  const lines = head
    .slice(0, HEAD_LENGTH)
    .replace(/^\uFEFF/u, "")
    .split("\n", MOST_LINES_BEFORE);
  let best: CsvColumns | null = null;
  for (const [index, line] of lines.entries())
    for (const delimiter of given.delimiter === undefined ? DELIMITERS : [given.delimiter]) {
      if (given.headerLine !== undefined && given.headerLine !== index + 1) continue;
      const names = splitNames(line, delimiter);
      if (names.length >= 2 && names.length <= MOST_COLUMNS && names.length > (best?.columns.length ?? 0))
        best = { delimiter, headerLine: index + 1, columns: guess(names) };
    }
  return best;
}

function splitNames(line: string, delimiter: string): string[] {
  if (line.split(delimiter, MOST_COLUMNS + 2).length > MOST_COLUMNS + 1) return [];
  try {
    const [names = []]: string[][] = parse(line.replace(/\r$/u, ""), { delimiter, relax_quotes: true });
    return names.map((name) => name.trim());
  } catch {
    // Its quotation marks do not match: no line of names.
    return [];
  }
}

/** Each field goes to the column whose name says it best; a second one of the same field is not read. */
function guess(names: readonly string[]): CsvColumns["columns"] {
  const known = names.map(
    (name) => FIELD_OF_NAME.get(name.toLowerCase().replace(/[^a-z0-9]+/gu, "")) ?? null,
  );
  const best = new Map<CsvField, number>();
  known.forEach((found, index) => {
    const before = found ? known[best.get(found.field) ?? -1] : null;
    if (found && (!before || found.rank < before.rank)) best.set(found.field, index);
  });
  return names.map((name, index) => {
    const field = known[index]?.field ?? null;
    return { name, field: field !== null && best.get(field) === index ? field : null };
  });
}
