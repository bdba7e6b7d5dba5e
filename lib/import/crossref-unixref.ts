import { normaliseIdentifier } from "@/lib/citation/identifiers";
import { parsePartialDate } from "@/lib/citation/partial-date";
import { type AuthorEntry, readAuthors } from "./list-authors";
import { listEntry, placeOf, readWork } from "./list-entry";
import { readXml, type XmlNode } from "./read-xml";
import { type Parsed, UnreadableFileError } from "./record";
import { rejection, warning } from "./remark";
import { childrenOf, descend, descendantsOf, markedTextOf, plainTextOf } from "./xml-text";

const SOURCE = "crossref";

/** Whether the beginning of a text is that of Crossref's XML (unixref, or unixsd around it). */
export function detectCrossrefUnixref(head: string): boolean {
  return /<(?:\w+:)?(?:doi_records|doi_record|crossref_result)\b/u.test(head);
}

/**
 * Reads Crossref's XML: of each record the work that it is about, and its references as they were deposited.
 * @throws UnreadableFileError when the XML cannot be read or holds no record.
 */
export async function* parseCrossrefUnixref(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  let seen = false;
  for await (const record of readXml(chunks, ["doi_record"])) {
    seen = true;
    yield* readRecord(record);
  }
  if (!seen) throw new UnreadableFileError("The Crossref file holds no record.");
}

/** The element that a record is about, the most particular first, with where the title of what holds it stands. */
const WORKS: readonly (readonly [work: string, ...venue: string[]])[] = [
  ["journal_article", "journal_metadata", "full_title"],
  ["conference_paper", "proceedings_metadata", "proceedings_title"],
  ["content_item", "titles", "title"],
  ["posted_content", "group_title"],
  ["dissertation", "institution", "institution_name"],
  ["report-paper", "publisher", "publisher_name"],
  ["report-paper_metadata", "publisher", "publisher_name"],
  ["dataset", "database_metadata", "title"],
  ["standard", "publisher", "publisher_name"],
  ["peer_review"],
  ["book_metadata", "publisher", "publisher_name"],
  ["book_series_metadata", "publisher", "publisher_name"],
  ["book_set_metadata", "publisher", "publisher_name"],
  ["proceedings_metadata", "publisher", "publisher_name"],
  ["journal_issue", "journal_metadata", "full_title"],
  ["journal_metadata"],
];

function* readRecord(record: XmlNode): Generator<Parsed> {
  const error = descendantsOf(record, "error")[0];
  const found = WORKS.map(([name, ...venue]) => ({ work: descendantsOf(record, name)[0], venue })).find(
    ({ work }) => work,
  );
  if (!found?.work) {
    const reason = plainTextOf(error);
    yield rejection(
      placeOf(record.line),
      reason ? `Crossref answered with an error: ${reason}.` : "The record holds no work.",
    );
    return;
  }
  const { work, venue } = found;
  const doi = plainTextOf(descend(work, "doi_data", "doi"));
  const where = placeOf(record.line, doi);
  const { authors, complete } = readAuthors(contributors(work));
  const listed = listEntry({
    where,
    source: SOURCE,
    near: where,
    identifiers: [normaliseIdentifier("doi", doi ?? "")],
    title: titleOf(work),
    authors,
    authorsComplete: complete ? undefined : false,
    published: readDate(work),
    venue: venueOf(record, work, venue),
    abstract: abstractOf(work),
  });
  yield* listed;
  const one = listed.find((parsed) => parsed.kind === "listed");
  if (one) yield* readCitations(work, one.work, where);
}

function titleOf(work: XmlNode): string | undefined {
  const titles = descend(work, "titles");
  const title =
    markedTextOf(descend(titles, "title")) ?? markedTextOf(descend(titles, "original_language_title"));
  const subtitle = markedTextOf(descend(titles, "subtitle"));
  const [bare] = ["proceedings_title", "full_title"].flatMap(
    (name) => plainTextOf(descend(work, name)) ?? [],
  );
  return title !== undefined && subtitle !== undefined ? `${title}: ${subtitle}` : (title ?? bare);
}

function venueOf(record: XmlNode, work: XmlNode, [holder, ...rest]: readonly string[]): string | undefined {
  if (holder === undefined) return undefined;
  if (work.name === "posted_content") {
    const server = plainTextOf(descend(work, "institution", "institution_name"));
    if (server !== undefined) return server;
  }
  if (work.name === "content_item") {
    const book = ["book_metadata", "book_series_metadata", "book_set_metadata"].flatMap((name) =>
      descendantsOf(record, name),
    )[0];
    return plainTextOf(descend(book, "titles", "title"));
  }
  return plainTextOf(descend(descendantsOf(record, holder)[0], ...rest));
}

/** The authors; the editors of a work that names no author. */
function contributors(work: XmlNode): AuthorEntry[] {
  const named =
    descend(work, "contributors")?.children.filter((child): child is XmlNode => typeof child !== "string") ??
    [];
  // Dissertations of old deposits name their author without a list.
  const people = named.length > 0 ? named : childrenOf(work, "person_name");
  const of = (role: string) =>
    people.filter(({ attributes }) => (attributes.contributor_role ?? "author") === role);
  const authors = of("author");
  return (authors.length > 0 ? authors : of("editor")).map((person) => {
    if (person.name === "organization") return { group: plainTextOf(person) ?? "" };
    const text = (name: string) => plainTextOf(descend(person, name));
    return {
      family: text("surname"),
      given: text("given_name"),
      suffix: text("suffix"),
      orcid: text("ORCID"),
    };
  });
}

/** The earliest of the dates of publication, in print or online. */
function readDate(work: XmlNode): string | undefined {
  const nodes = ["publication_date", "posted_date", "approval_date", "review_date", "database_date"].flatMap(
    (name) => [
      ...childrenOf(work, name),
      ...(name === "database_date" ? descendantsOf(work, "publication_date") : []),
    ],
  );
  const dates = nodes.flatMap((node) => {
    const [year, month, day] = ["year", "month", "day"].map((part) => plainTextOf(descend(node, part)));
    const upToMonth = month === undefined ? null : parsePartialDate(`${year}-${month}`);
    const full = upToMonth && day !== undefined ? parsePartialDate(`${upToMonth}-${day}`) : null;
    return full ?? upToMonth ?? parsePartialDate(year ?? "") ?? [];
  });
  return dates.sort((a, b) => comparable(a) - comparable(b))[0];
}

/** A date without month or day counts as the end of its span, so that a precise one of the same span comes first. */
const comparable = (date: string) => Number(date.replaceAll("-", "").padEnd(8, "9"));

function abstractOf(work: XmlNode): string | undefined {
  const abstracts = descendantsOf(work, "abstract");
  return markedTextOf(
    abstracts.find(({ attributes }) => !attributes["abstract-type"]) ?? abstracts[0],
  )?.replace(/^abstract\n\n/iu, "");
}

/** The references of a work, by DOI or by what was deposited of them; those of which nothing can be told are counted. */
function* readCitations(work: XmlNode, citing: string, where: string): Generator<Parsed> {
  let unknown = 0;
  const citations = childrenOf(descend(work, "citation_list"), "citation");
  for (const citation of citations) {
    const text = (name: string) => plainTextOf(descend(citation, name));
    const { authors } = readAuthors([text("author") ?? ""]);
    const cited = readWork({
      where: placeOf(citation.line, citation.attributes.key),
      source: SOURCE,
      near: citing,
      identifiers: [normaliseIdentifier("doi", text("doi") ?? "")],
      title: text("article_title") ?? text("volume_title"),
      authors,
      // Crossref asks for the first author alone.
      authorsComplete: authors.length > 0 ? false : undefined,
      published: /[12]\d{3}/u.exec(text("cYear") ?? "")?.[0],
      venue: text("journal_title") ?? text("series_title"),
    });
    if ("refused" in cited || cited.key === citing) unknown += 1;
    else yield* [...cited.parsed, { kind: "reference", citing, cited: cited.key } as const];
  }
  if (unknown > 0)
    yield warning(
      where,
      `${unknown} of ${citations.length} references have neither a DOI nor a title and are left out.`,
    );
}
