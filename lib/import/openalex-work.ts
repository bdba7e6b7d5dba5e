import { z } from "zod";
import { familyKey, parseAuthor } from "@/lib/citation/authors";
import { normaliseIdentifier, parseIdentifier } from "@/lib/citation/identifiers";
import { type AuthorEntry, readAuthors } from "./list-authors";
import { readWork } from "./list-entry";
import { abstractText, markedText } from "./marked-text";
import { publishedOn } from "./published-on";
import type { Identifier } from "./record";
import { readEntry, type WorkReading } from "./spokes-work";
import { identifierKey } from "./work-key";

export const SOURCE = "openalex";

const text = z.string().nullish();
const location = z.object({
  landing_page_url: text,
  raw_source_name: text,
  source: z.object({ display_name: text }).nullish(),
});
const authorship = z.object({
  raw_author_name: text,
  author: z.object({ id: text, display_name: text, orcid: text }).nullish(),
});

/** A work object of OpenAlex as far as it is read. */
const Work = z.compile(
  z.object({
    id: z.string(),
    doi: text,
    title: text,
    display_name: text,
    publication_date: text,
    publication_year: z.number().nullish(),
    ids: z.object({ pmid: text, pmcid: text }).nullish(),
    authorships: z.array(authorship).nullish(),
    is_authors_truncated: z.boolean().nullish(),
    primary_location: location.nullish(),
    locations: z.array(location.nullable()).nullish(),
    topics: z.array(z.object({ field: z.object({ display_name: text }).nullish() })).nullish(),
    concepts: z.array(z.object({ display_name: text, level: z.number().nullish() })).nullish(),
    abstract_inverted_index: z.record(z.string(), z.array(z.int().min(0))).nullish(),
    cited_by_count: z.number().nullish(),
    is_retracted: z.boolean().nullish(),
    referenced_works: z.array(z.string()).nullish(),
  }),
);
type Work = z.infer<typeof Work>;

/** The identifier of OpenAlex in a text, bare or as an address; null where it names no work. */
const openalexId = (text: string) => normaliseIdentifier("openalex", text);

/** Reads a work object; `cited` are the works of its reference list. */
export function readOpenAlexWork(
  raw: unknown,
  where: string,
):
  | Extract<WorkReading, { refused: string }>
  | (Extract<WorkReading, { key: string }> & { cited: Identifier[] }) {
  const entry = readEntry(Work, raw);
  if ("refused" in entry) return entry;
  const work = entry.value;
  const own = openalexId(work.id);
  if (!own) return { refused: "has no identifier of a work" };
  const { authors, complete } = readAuthors(authorsOf(work).map(authorIn));
  const read = readWork({
    where,
    source: SOURCE,
    key: identifierKey(own),
    identifiers: [own, ...otherIdentifiers(work)],
    title: markedText(work.title ?? work.display_name ?? ""),
    authors,
    authorsComplete: complete && !work.is_authors_truncated ? undefined : false,
    published: publishedOn(work.publication_date, work.publication_year),
    venue: work.primary_location?.source?.display_name ?? work.primary_location?.raw_source_name,
    fields: fieldsOf(work),
    abstract: abstractText(abstractOf(work.abstract_inverted_index ?? {})),
    citedByCount: work.cited_by_count,
    notices: work.is_retracted ? [{ kind: "retracted" }] : [],
  });
  if ("refused" in read) return read;
  return { ...read, cited: (work.referenced_works ?? []).flatMap((id) => openalexId(id) ?? []) };
}

/** OpenAlex sometimes lists the authors of a work twice over. */
function authorsOf({ authorships }: Work) {
  const seen = new Set<string>();
  return (authorships ?? []).filter(({ author }) => {
    if (!author?.id) return true;
    const isNew = !seen.has(author.id);
    seen.add(author.id);
    return isNew;
  });
}

/**
 * The name as it was printed, unless that is in capitals or so far from the name of the author's record that it may be
 * turned round; the record alone may bear the spelling of somebody else ("Prahanı" for Prahani).
 */
function authorIn({ raw_author_name: printed, author }: z.infer<typeof authorship>): AuthorEntry {
  const recorded = author?.display_name ?? "";
  const isPrintedWell =
    printed &&
    printed !== printed.toUpperCase() &&
    familyKey(parseAuthor(printed)) === familyKey(parseAuthor(recorded));
  const { name, family, given } = parseAuthor(isPrintedWell ? printed : recorded || (printed ?? ""));
  const orcid = author?.orcid ?? undefined;
  return family && given ? { family, given, orcid } : orcid ? { family: name, orcid } : name;
}

/** Of the places where the text lies, arXiv names it once more; two papers there would be a mistake. */
function otherIdentifiers({ doi, ids, locations, primary_location }: Work): (Identifier | null)[] {
  const preprints = [primary_location, ...(locations ?? [])].flatMap((place) => {
    const found = parseIdentifier(place?.landing_page_url ?? "");
    return found?.scheme === "arxiv" ? [found] : [];
  });
  const isOne = new Set(preprints.map(identifierKey)).size === 1;
  return [
    doi ? normaliseIdentifier("doi", doi) : null,
    ids?.pmid ? normaliseIdentifier("pmid", ids.pmid) : null,
    ids?.pmcid ? normaliseIdentifier("pmcid", ids.pmcid) : null,
    isOne ? (preprints[0] ?? null) : null,
  ];
}

/** The fields of its topics, most fitting first; in older answers the broadest concepts. */
function fieldsOf({ topics, concepts }: Work): string[] {
  const fields = (topics ?? []).flatMap((topic) => topic.field?.display_name ?? []);
  if (fields.length > 0) return fields;
  return (concepts ?? []).flatMap((concept) => (concept.level === 0 ? (concept.display_name ?? []) : []));
}

/** OpenAlex keeps abstracts as an index that says of each word where it stands. */
function abstractOf(index: Readonly<Record<string, readonly number[]>>): string {
  const words = Object.entries(index).flatMap(([word, places]) => places.map((place) => ({ word, place })));
  return words
    .sort((a, b) => a.place - b.place)
    .map(({ word }) => word)
    .join(" ");
}
