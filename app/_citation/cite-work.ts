import { familyKey, formatAuthors } from "@/lib/citation/authors";
import { type Identifier, identifierUrl } from "@/lib/citation/identifiers";
import { normaliseTitle } from "@/lib/citation/title";
import { plainTitle } from "./title-text";

/** What a reference list needs of a work. */
export interface CitedWork {
  title: string | null;
  authors: readonly { name: string; family?: string; given?: string }[];
  authorsComplete: boolean;
  year: number | null;
  venue: string | null;
  identifiers: readonly Identifier[];
}

const MOST_AUTHORS_NAMED = 20;

/** A line for a reference list: authors (year). Title. Venue. Address. */
export function referenceLine(work: CitedWork): string {
  const authors = formatAuthors(work.authors, work.authorsComplete, MOST_AUTHORS_NAMED);
  const address = persistentAddress(work.identifiers);
  const by = authors === "" ? `(${work.year ?? "n.d."})` : `${authors} (${work.year ?? "n.d."})`;
  const parts = [by, plainTitle(work.title), ...(work.venue === null ? [] : [work.venue])].map(withStop);
  return [...parts, ...(address === null ? [] : [address])].join(" ");
}

/** An entry for a BibTeX file. */
export function bibtexEntry(work: CitedWork): string {
  const { title, venue, year, identifiers } = work;
  const idOf = (scheme: Identifier["scheme"]) => identifiers.find((one) => one.scheme === scheme)?.value;
  const arxiv = idOf("arxiv");
  const fields: [string, string | undefined][] = [
    ["title", `{${escaped(plainTitle(title))}}`],
    ["author", bibtexAuthors(work)],
    ["year", year === null ? undefined : String(year)],
    ["journal", venue === null ? undefined : escaped(venue)],
    ["doi", idOf("doi")],
    ["eprint", arxiv],
    ["archiveprefix", arxiv === undefined ? undefined : "arXiv"],
    ["url", persistentAddress(identifiers) ?? undefined],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@${venue === null ? "misc" : "article"}{${keyOf(work)},`, ...lines, "}"].join("\n");
}

/** The address that will last: that of the DOI, also of the one that arXiv gives; else of the best identifier; else null. */
export function persistentAddress(identifiers: readonly Identifier[]): string | null {
  const [best] = identifiers;
  if (best === undefined) return null;
  if (best.scheme !== "arxiv") return identifierUrl(best);
  return identifierUrl({ scheme: "doi", value: `10.48550/arxiv.${best.value}` });
}

const withStop = (text: string) => (/[.?!]$/u.test(text) ? text : `${text}.`);

function bibtexAuthors({ authors, authorsComplete }: CitedWork): string {
  const names = authors.map(({ name, family, given }) =>
    family === undefined || given === undefined ? `{${escaped(name)}}` : escaped(`${family}, ${given}`),
  );
  return [...names, ...(authorsComplete ? [] : ["others"])].join(" and ");
}

/** "foolscap2018pencil"; letters and digits of ASCII, because not every program takes others in a key. */
function keyOf({ authors, year, title }: CitedWork): string {
  const [first] = authors;
  const family = first === undefined ? "anonymous" : familyKey(first);
  const words = normaliseTitle(plainTitle(title)).split(" ");
  const word = words.find((one) => /^[a-z]{4,}/u.test(one)) ?? "";
  return `${family}${year ?? ""}${word}`.replace(/[^a-z0-9]/gu, "") || "work";
}

const COMMANDS: ReadonlyMap<string, string> = new Map([
  ["\\", "\\textbackslash{}"],
  ["~", "\\textasciitilde{}"],
  ["^", "\\textasciicircum{}"],
]);

function escaped(text: string): string {
  return text.replace(/[\\~^{}%&#_$]/gu, (sign) => COMMANDS.get(sign) ?? `\\${sign}`);
}
