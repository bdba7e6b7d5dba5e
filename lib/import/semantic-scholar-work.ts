import { normaliseIdentifier } from "@/lib/citation/identifiers";
import { readAuthors } from "./list-authors";
import { readWork } from "./list-entry";
import { abstractText, markedText } from "./marked-text";
import { publishedOn } from "./published-on";
import { Paper } from "./semantic-scholar-schema";
import { readEntry, type WorkReading } from "./spokes-work";
import { identifierKey, localKey } from "./work-key";

export const SOURCE = "semantic-scholar";

/**
 * Reads a paper object. Its key is Semantic Scholar's own identifier; a paper without one is told by its place in the
 * file, so that two of one title stay two.
 */
export function readPaper(raw: unknown, where: string, key?: string): WorkReading {
  if (raw === null || raw === undefined)
    return { refused: "is null: Semantic Scholar does not know this paper" };
  const entry = readEntry(Paper, raw);
  if ("refused" in entry) return entry;
  const paper = entry.value;
  const own = paper.paperId ? normaliseIdentifier("s2", paper.paperId) : null;
  const { authors, complete } = readAuthors((paper.authors ?? []).flatMap((author) => author?.name ?? []));
  return readWork({
    where,
    source: SOURCE,
    key: key ?? (own ? identifierKey(own) : localKey(where)),
    identifiers: [own, ...externalIdentifiers(paper)],
    title: markedText(paper.title ?? ""),
    authors,
    authorsComplete: complete ? undefined : false,
    published: publishedOn(paper.publicationDate, paper.year),
    venue: venueOf(paper),
    fields: [
      ...(paper.fieldsOfStudy ?? []),
      ...(paper.s2FieldsOfStudy ?? []).map((field) => field?.category),
    ].flatMap((field) => field ?? []),
    abstract: abstractText(paper.abstract ?? ""),
    summary: paper.tldr?.text,
    citedByCount: paper.citationCount,
  });
}

function externalIdentifiers({ externalIds }: Paper) {
  const { DOI, ArXiv, PubMed, PubMedCentral, ACL } = externalIds ?? {};
  return [
    DOI && normaliseIdentifier("doi", DOI),
    ArXiv && normaliseIdentifier("arxiv", ArXiv),
    PubMed && normaliseIdentifier("pmid", PubMed),
    PubMedCentral && normaliseIdentifier("pmcid", PubMedCentral),
    ACL && normaliseIdentifier("acl", ACL),
  ].map((identifier) => identifier || null);
}

/**
 * Where it appeared. The venue is matched by machine to a list, and where that failed it may be a later reprint or the
 * title itself (as in references that were only parsed); then the journal of the source is better.
 */
function venueOf({ publicationVenue, journal, venue, title }: Paper): string | undefined {
  const named = publicationVenue?.name || journal?.name || venue;
  return named && named !== title ? named : undefined;
}
