import { compareIdentifiers, type IdentifierScheme, normaliseIdentifier } from "@/lib/citation/identifiers";
import { parsePartialDate } from "@/lib/citation/partial-date";
import { foldLine, foldParagraphs } from "./clean-text";
import type { DescribedWork } from "./full-text";
import { present } from "./present";
import { Author, type Identifier, WorkFields } from "./record";
import { identifierKey } from "./work-key";

/** What sources call the schemes of identifiers. */
const SCHEMES: ReadonlyMap<string, IdentifierScheme> = new Map([
  ["doi", "doi"],
  ["pmid", "pmid"],
  ["pubmed", "pmid"],
  ["pmc", "pmcid"],
  ["pmcid", "pmcid"],
  ["arxiv", "arxiv"],
  ["acl", "acl"],
]);

/** The identifiers that can be read, each once and sorted: values with what their source calls the scheme, and others. */
export function identifiersFrom(
  named: readonly (readonly [string, string])[],
  others: readonly Identifier[] = [],
): Identifier[] {
  const read = named.flatMap(([name, value]) => {
    const scheme = SCHEMES.get(name.toLowerCase());
    return (scheme && normaliseIdentifier(scheme, value)) ?? [];
  });
  const known = new Map([...read, ...others].map((identifier) => [identifierKey(identifier), identifier]));
  return [...known.values()].sort(compareIdentifiers).slice(0, 50);
}

/** A person or group, or null when there is no name that a record can hold. */
export function describeAuthor(said: { name?: string; family?: string; given?: string }): Author | null {
  const { name = "", family, given } = said;
  if (!/\p{L}/u.test(name)) return null;
  const author = Author.safeParse({ name, ...present({ family, given }) });
  return author.success ? author.data : null;
}

/** What a source says of a work: empty fields are left out, and texts that are longer than a record holds. */
export function describeWork(
  identifiers: readonly Identifier[],
  said: Pick<WorkFields, "authors" | "authorsComplete"> & {
    title?: string;
    published?: string | null;
    venue?: string;
    abstract?: string;
  },
): DescribedWork {
  const { authors = [], authorsComplete } = said;
  const fields = present({
    title: fitting("title", foldLine(said.title ?? "").replace(/(?<=[\p{Ll}\d)\]”"’])[.,;]$/u, "")),
    authors: authors.slice(0, 10_000),
    authorsComplete: authorsComplete === false && authors.length > 0 ? false : undefined,
    published: said.published,
    venue: fitting("venue", foldLine(said.venue ?? "")),
    abstract: fitting("abstract", foldParagraphs(said.abstract ?? "")),
  });
  return { identifiers, fields };
}

function fitting(name: "title" | "venue" | "abstract", text: string): string | undefined {
  return WorkFields.shape[name].safeParse(text).data;
}

/** A year with the letter that some lists put behind it: "2019a". */
export function readYear(text: string): { published?: string; letter: string | null } {
  const [, year = "", letter] = /(?<!\d)([12]\d{3})([a-z])?(?![\p{L}\d])/u.exec(text) ?? [];
  return { published: parsePartialDate(year) ?? undefined, letter: letter ?? null };
}
