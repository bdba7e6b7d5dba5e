import { normaliseIdentifier, parseIdentifier } from "@/lib/citation/identifiers";
import { parsePartialDate } from "@/lib/citation/partial-date";
import type { BibtexEntry } from "./bibtex-entry";
import type { BibtexMacros } from "./bibtex-macros";
import { bibtexNames } from "./bibtex-names";
import { latexText } from "./latex-text";
import { readAuthors } from "./list-authors";
import { listEntry } from "./list-entry";
import type { Identifier, Parsed } from "./record";
import { quote, warning } from "./remark";

/** Fields in which a word without braces is a value of its own. */
const PLAIN_WORDS: ReadonlySet<string> = new Set([
  "year",
  "month",
  "day",
  "date",
  "pmid",
  "eprint",
  "volume",
  "crossref",
]);

/** The values of an entry, as LaTeX, with its abbreviations spelled out. */
export type BibtexValues = ReadonlyMap<string, string>;

/** Spells out the abbreviations of an entry; those that nobody has defined are told once. */
export function expandEntry(
  entry: BibtexEntry,
  macros: BibtexMacros,
  where: string,
): { values: BibtexValues; warnings: Parsed[] } {
  const warnings: Parsed[] = [];
  const values = new Map<string, string>();
  for (const [name, pieces] of entry.fields) {
    const { text, missing } = macros.expand(pieces, PLAIN_WORDS.has(name));
    if (text.trim() !== "") values.set(name, text);
    if (READ.has(name))
      for (const word of missing)
        warnings.push(
          warning(where, `The abbreviation ${quote(word)} is not defined in the file and is left out.`),
        );
  }
  return { values, warnings };
}

const TITLES = ["title", "booktitle"] as const;
const VENUES = [
  "journal",
  "journaltitle",
  "booktitle",
  "school",
  "institution",
  "organization",
  "publisher",
] as const;
const READ: ReadonlySet<string> = new Set([...TITLES, ...VENUES, "author", "editor", "subtitle", "abstract"]);

/** Works that are known by their editors where no author is named. */
const EDITED: ReadonlySet<string> = new Set(
  "book mvbook collection mvcollection proceedings mvproceedings reference mvreference periodical".split(" "),
);

/** One entry as the work that it lists. */
export function readBibtexWork(
  type: string,
  values: BibtexValues,
  place: { where: string; key: string },
): Parsed[] {
  const { where } = place;
  const text = (name: string) => bibtexText(values.get(name));
  const named = values.get("author") ?? (EDITED.has(type) ? values.get("editor") : undefined) ?? "";
  const { authors, complete } = readAuthors(bibtexNames(named));
  const subtitle = text("subtitle");
  const title = text(TITLES.find((name) => values.has(name)) ?? "title");
  const { identifiers, warnings } = readIdentifiers(values, where);
  const published = readDate(values);
  if (published === null && (values.has("year") || values.has("date")))
    warnings.push(
      warning(
        where,
        `${quote(values.get("date") ?? values.get("year") ?? "")} cannot be read as a date and is left out.`,
      ),
    );
  return [
    ...warnings,
    ...listEntry({
      where,
      source: "bibtex",
      near: place.key,
      identifiers,
      title: subtitle === "" ? title : `${title}: ${subtitle}`,
      authors,
      authorsComplete: complete ? undefined : false,
      published,
      venue: readVenue(values, title),
      abstract: text("abstract"),
    }),
  ];
}

/** A value as text. Google Scholar writes the braces that keep capitals so that they are printed: `\\{USENIX\\}`. */
function bibtexText(value = ""): string {
  return latexText(value.replace(/\\\{(\p{Lu}[\p{L}\d-]*)\\\}/gu, "$1"));
}

function readVenue(values: BibtexValues, title: string): string {
  const name = VENUES.find((field) => values.has(field) && bibtexText(values.get(field)) !== title);
  const venue = bibtexText(values.get(name ?? ""));
  // "arXiv preprint arXiv:2104.10350" is how arXiv is written where a journal is asked for.
  return /^arxiv\b/iu.test(venue) ? "arXiv" : venue;
}

/** `date`, else `year` with month and day; the first year of a span or of a remark ("1995–1996", "1985a"). */
function readDate(values: BibtexValues): string | null {
  const plain = (name: string) => latexText(values.get(name) ?? "").trim();
  const [date = ""] = plain("date").split("/");
  const whole = parsePartialDate(date.replace(/[~?%]+$/u, ""));
  if (whole) return whole;
  const [year] = /(?<!\d)[12]\d{3}(?!\d)/u.exec(plain("year") || date) ?? [];
  if (year === undefined) return null;
  const [, month] = /^\W*(?:\d{1,2}\W+)?([a-z]{3,9}|\d{1,2})/iu.exec(plain("month")) ?? [];
  const [, inMonth] = /(?<!\d)(\d{1,2})(?!\d)/u.exec(plain("month").replace(/^\d+$/u, "")) ?? [];
  const day = plain("day") || inMonth;
  if (month === undefined) return year;
  const upToMonth = parsePartialDate(/^\d/u.test(month) ? `${year}-${month}` : `${month} ${year}`);
  return (upToMonth && day && parsePartialDate(`${upToMonth}-${day}`)) || upToMonth || year;
}

const ARXIV_WITHIN = /\barxiv[:\s/]\s*(?:abs\/)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})/iu;

function readIdentifiers(
  values: BibtexValues,
  where: string,
): { identifiers: (Identifier | null)[]; warnings: Parsed[] } {
  const bare = (name: string) =>
    (values.get(name) ?? "")
      .replace(/\\([_%&#$~{}])|[{}]|\$/gu, "$1")
      .replace(/\\textunderscore\s?/gu, "_")
      .trim();
  const warnings: Parsed[] = [];
  const doi = bare("doi");
  const readDoi = doi === "" ? null : normaliseIdentifier("doi", doi);
  if (doi !== "" && !readDoi)
    warnings.push(warning(where, `${quote(doi)} cannot be read as a DOI and is left out.`));
  const kind = bare("eprinttype") || bare("archiveprefix");
  const eprint = kind === "" || /^arxiv$/iu.test(kind) ? normaliseIdentifier("arxiv", bare("eprint")) : null;
  const [, pmid] = /\bPMID:?\s*(\d{4,8})\b/iu.exec(bare("note")) ?? [];
  const told = ["journal", "volume", "note", "howpublished", "eprint", "number"].map((name) => {
    const value = /^CoRR$/iu.test(bare("journal")) && name === "volume" ? `arxiv:${bare(name)}` : bare(name);
    return ARXIV_WITHIN.exec(value)?.[1];
  });
  return {
    identifiers: [
      readDoi,
      eprint,
      ...told.map((id) => (id === undefined ? null : normaliseIdentifier("arxiv", id))),
      ...["url", "ee", "howpublished"].map((name) => parseAddress(bare(name))),
      normaliseIdentifier("pmid", bare("pmid") || pmid || ""),
      normaliseIdentifier("pmcid", bare("pmcid")),
    ],
    warnings,
  };
}

/** An identifier in an address; other text is none, however much it looks like one. */
function parseAddress(text: string): Identifier | null {
  const [address] = /https?:\/\/\S+/iu.exec(text.replace(/^\\url/u, "")) ?? [];
  return address === undefined ? null : parseIdentifier(address);
}
