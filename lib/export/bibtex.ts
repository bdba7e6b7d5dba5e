import { persistentAddress } from "@/lib/citation/persistent-address";
import type { Author } from "@/lib/import/record";
import { keyWithNumber } from "./citation-key";
import type { ListedCiter } from "./exported-citer";
import { type ExportedWork, identifierOf } from "./exported-work";
import { citerKeywords } from "./keywords";
import { escapeLatex, latexOfMarkup } from "./latex-escape";
import { nameSuffix } from "./name-suffix";

/** The citers as a BibTeX file, which biblatex reads too. */
export async function* bibtexFile(citers: AsyncIterable<ListedCiter>): AsyncGenerator<string> {
  for await (const citer of citers) {
    const keywords = citerKeywords(citer).map(escapeLatex).join(", ");
    yield `${bibtexEntry(citer, keyWithNumber(citer), [
      ["abstract", citer.abstract === null ? undefined : latexOfMarkup(citer.abstract)],
      ["keywords", keywords],
    ])}\n\n`;
  }
}

type BibtexWork = Pick<
  ExportedWork,
  "title" | "authors" | "authorsComplete" | "published" | "venue" | "identifiers"
>;

/** An entry for a BibTeX file; what is not known is left out. `further` fields come as LaTeX. */
export function bibtexEntry(
  work: BibtexWork,
  key: string,
  further: readonly [name: string, value: string | undefined][] = [],
): string {
  const { title, venue, published, identifiers } = work;
  const [year, month, day] = published?.split("-") ?? [];
  const arxiv = identifierOf(work, "arxiv");
  const fields: [string, string | undefined][] = [
    ["title", `{${latexOfMarkup(title ?? "Title not known")}}`],
    ["author", bibtexAuthors(work)],
    ["year", year],
    ["month", month === undefined ? undefined : String(Number(month))],
    ["day", day === undefined ? undefined : String(Number(day))],
    ["journal", venue === null ? undefined : latexOfMarkup(venue)],
    ["doi", identifierOf(work, "doi")],
    ["eprint", arxiv],
    ["archiveprefix", arxiv === undefined ? undefined : "arXiv"],
    ["pmid", identifierOf(work, "pmid")],
    ["pmcid", identifierOf(work, "pmcid")],
    ["url", persistentAddress(identifiers) ?? undefined],
    ...further,
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${verbatim(name, value)}},`] : []));
  return [`@${venue === null ? "misc" : "article"}{${key},`, ...lines, "}"].join("\n");
}

/** Fields that LaTeX does not read as text. Braces and backslashes cannot stand in them, so they are written as in an address. */
const VERBATIM: ReadonlySet<string> = new Set(["doi", "eprint", "url"]);

function verbatim(name: string, value: string): string {
  return VERBATIM.has(name) ? value.replace(/[{}\\]/gu, encodeURIComponent) : value;
}

/** "Family, Given and {The Group} and others". */
function bibtexAuthors({ authors, authorsComplete }: BibtexWork): string {
  return [...authors.map(bibtexName), ...(authorsComplete ? [] : ["others"])].join(" and ");
}

function bibtexName(author: Author): string {
  const { name, family, given } = author;
  if (family === undefined || given === undefined) return `{${escapeLatex(name)}}`;
  const suffix = nameSuffix(author);
  return [family, ...(suffix === "" ? [] : [suffix]), given].map(namePart).join(", ");
}

/** A comma or the word "and" would part the name. */
function namePart(part: string): string {
  const escaped = escapeLatex(part);
  return /,|;|\band\b/iu.test(part) ? `{${escaped}}` : escaped;
}
