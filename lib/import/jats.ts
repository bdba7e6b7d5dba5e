import { parsePartialDate } from "@/lib/citation/partial-date";
import type { DescribedWork, FullText } from "./full-text";
import { describeWork, identifiersFrom } from "./full-text-fields";
import { listFullTextRecords } from "./full-text-records";
import { listJatsPassages } from "./jats-passages";
import { readJatsContributors } from "./jats-people";
import { readJatsReference } from "./jats-reference";
import { readXml, type XmlNode } from "./read-xml";
import { type Parsed, UnreadableFileError } from "./record";
import { rootName } from "./xml-root";
import { childrenOf, descend, descendantsOf, markedTextOf, plainTextOf } from "./xml-text";

const SOURCE = "jats";

/** Elements that may hold articles: one alone, an answer of PubMed Central, one of a repository. */
const ROOTS: ReadonlySet<string | null> = new Set(["article", "pmc-articleset", "OAI-PMH", "articles"]);

/** Whether the beginning of a text is that of an article in JATS or its forerunner, the NLM format. */
export function detectJats(head: string): boolean {
  return ROOTS.has(rootName(head)) && /<(?:[\w.-]+:)?article-meta[\s/>]/u.test(head);
}

/**
 * Reads articles in JATS (NISO Z39.96) or the NLM format before it: the citing work, its reference list, and every
 * sentence around a citation mark.
 * @throws UnreadableFileError when the text is no XML that can be read, or holds no article.
 */
export async function* parseJats(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  let count = 0;
  for await (const article of readXml(chunks, ["article"])) {
    count += 1;
    yield* listFullTextRecords(readArticle(article, count));
  }
  if (count === 0) throw new UnreadableFileError("The file holds no article.");
}

function readArticle(article: XmlNode, count: number): FullText {
  const meta = descend(article, "front", "article-meta") ?? descend(article, "front-stub");
  const abstracts = childrenOf(meta, "abstract");
  const parts = ["body", "floats-wrap", "floats-group", "back"].flatMap((name) => childrenOf(article, name));
  const refs = parts.flatMap((part) => descendantsOf(part, "ref"));
  return {
    where: `article ${count} (line ${article.line})`,
    source: SOURCE,
    work: readWork(article, meta),
    references: refs.map(readJatsReference),
    passages: listJatsPassages([...abstracts, ...parts]),
  };
}

function readWork(article: XmlNode, meta: XmlNode | undefined): DescribedWork {
  const journal = descend(article, "front", "journal-meta");
  const ids = childrenOf(meta, "article-id").map(
    (id) => [id.attributes["pub-id-type"] ?? "", plainTextOf(id) ?? ""] as const,
  );
  // Summaries for other readers and pictures are abstracts of another type.
  const abstract = childrenOf(meta, "abstract").find(({ attributes }) => !attributes["abstract-type"]);
  return describeWork(identifiersFrom(ids), {
    title: markedTextOf(descend(meta, "title-group", "article-title")),
    authors: readJatsContributors(meta),
    published: readDate(childrenOf(meta, "pub-date")),
    venue: markedTextOf(
      descend(journal, "journal-title-group", "journal-title") ?? descend(journal, "journal-title"),
    ),
    abstract: markedTextOf(abstract),
  });
}

/** When the article appeared, by the first of these that is given. */
const DATES = ["epub", "pub", "epub-ppub", "ppub", "collection"];

function readDate(dates: readonly XmlNode[]): string | null {
  const kindOf = ({ attributes }: XmlNode) => attributes["pub-type"] ?? attributes["date-type"] ?? "pub";
  const ordered = DATES.flatMap((kind) => dates.filter((date) => kindOf(date) === kind));
  return ordered.map(dateOf).find((date) => date !== null) ?? null;
}

function dateOf(date: XmlNode): string | null {
  const iso = parsePartialDate(date.attributes["iso-8601-date"] ?? "");
  const [year = "", month, day] = ["year", "month", "day"].map((part) => plainTextOf(descend(date, part)));
  return (
    iso ??
    parsePartialDate(`${year}-${month}-${day}`) ??
    parsePartialDate(`${year}-${month}`) ??
    parsePartialDate(year)
  );
}
