import { normaliseIdentifier } from "@/lib/citation/identifiers";
import { type AuthorEntry, readAuthors } from "./list-authors";
import { listEntry, placeOf, readWork } from "./list-entry";
import { noticesOfPubmed, pubmedDate, withoutFullStop } from "./pubmed-words";
import { readXml, type XmlNode } from "./read-xml";
import { type Identifier, type Parsed, UnreadableFileError } from "./record";
import { warning } from "./remark";
import { childrenOf, descend, descendantsOf, markedTextOf, plainTextOf } from "./xml-text";

const SOURCE = "pubmed";

/** Whether the beginning of a text is that of PubMed's XML. */
export function detectPubmedXml(head: string): boolean {
  return /<(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle)\b/u.test(head);
}

/**
 * Reads PubMed's XML: articles and books, the references of each as far as they have an identifier, and what
 * became of it (retractions, corrections).
 * @throws UnreadableFileError when the XML cannot be read or holds no article.
 */
export async function* parsePubmedXml(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  let seen = false;
  for await (const node of readXml(chunks, ["PubmedArticle", "PubmedBookArticle"])) {
    seen = true;
    yield* node.name === "PubmedArticle" ? readArticle(node) : readBook(node);
  }
  if (!seen) throw new UnreadableFileError("The PubMed file holds no article.");
}

function* readArticle(node: XmlNode): Generator<Parsed> {
  const citation = descend(node, "MedlineCitation");
  const article = descend(citation, "Article");
  const where = placeOf(node.line, plainTextOf(descend(citation, "PMID")));
  const { authors, complete } = readAuthorList(descend(article, "AuthorList"));
  const issue = descend(article, "Journal", "JournalIssue", "PubDate");
  const vernacular = markedTextOf(descend(article, "VernacularTitle"));
  const listed = listEntry({
    where,
    source: SOURCE,
    near: where,
    identifiers: [
      normaliseIdentifier("pmid", plainTextOf(descend(citation, "PMID")) ?? ""),
      ...childrenOf(article, "ELocationID").map(readLocation),
      ...articleIds(descend(node, "PubmedData", "ArticleIdList")),
    ],
    title: withoutFullStop(markedTextOf(descend(article, "ArticleTitle"))) ?? withoutFullStop(vernacular),
    authors,
    authorsComplete: complete ? undefined : false,
    published: pubmedDate(dateText(issue), isoText(descend(article, "ArticleDate"))),
    venue:
      plainTextOf(descend(article, "Journal", "Title")) ??
      plainTextOf(descend(article, "Journal", "ISOAbbreviation")),
    abstract: abstractOf(article),
    notices: noticesOf(citation, article),
  });
  yield* listed;
  const work = listed.find((one) => one.kind === "listed");
  if (work) yield* readReferences(node, work.work, where);
}

function readBook(node: XmlNode): Parsed[] {
  const document = descend(node, "BookDocument");
  const book = descend(document, "Book");
  const where = placeOf(node.line, plainTextOf(descend(document, "PMID")));
  const { authors, complete } = readAuthorList(
    descend(document, "AuthorList") ?? descend(book, "AuthorList"),
  );
  const chapter = markedTextOf(descend(document, "ArticleTitle"));
  const title = markedTextOf(descend(book, "BookTitle"));
  return listEntry({
    where,
    source: SOURCE,
    near: where,
    identifiers: [
      normaliseIdentifier("pmid", plainTextOf(descend(document, "PMID")) ?? ""),
      ...articleIds(descend(document, "ArticleIdList")),
    ],
    title: withoutFullStop(chapter ?? title),
    authors,
    authorsComplete: complete ? undefined : false,
    published: pubmedDate(dateText(descend(document, "ContributionDate") ?? descend(book, "PubDate"))),
    venue: (chapter && title) ?? plainTextOf(descend(book, "Publisher", "PublisherName")),
    abstract: abstractOf(document),
  });
}

function readAuthorList(list: XmlNode | undefined) {
  const entries = childrenOf(list, "Author").map((author): AuthorEntry => {
    const text = (name: string) => plainTextOf(descend(author, name));
    const group = text("CollectiveName");
    if (group !== undefined) return { group: group.replace(/\.$/u, "") };
    const orcid = childrenOf(author, "Identifier").find(({ attributes }) => attributes.Source === "ORCID");
    return {
      family: text("LastName"),
      given: text("ForeName") ?? text("Initials"),
      suffix: text("Suffix"),
      orcid: plainTextOf(orcid),
    };
  });
  const { authors, complete } = readAuthors(entries);
  return { authors, complete: complete && list?.attributes.CompleteYN !== "N" };
}

/** The parts of an abstract in paragraphs, each with its label. */
function abstractOf(node: XmlNode | undefined): string {
  const parts = childrenOf(descend(node, "Abstract"), "AbstractText").flatMap((part) => {
    const text = markedTextOf(part);
    const label = part.attributes.Label;
    return text === undefined ? [] : [label && !/^unlabelled$/iu.test(label) ? `${label}: ${text}` : text];
  });
  return parts.join("\n\n");
}

const dateText = (date: XmlNode | undefined) =>
  plainTextOf(descend(date, "MedlineDate")) ??
  ["Year", "Month", "Day"]
    .map((part) => plainTextOf(descend(date, part)) ?? "")
    .join(" ")
    .trim();

const isoText = (date: XmlNode | undefined) =>
  ["Year", "Month", "Day"].map((part) => (plainTextOf(descend(date, part)) ?? "").padStart(2, "0")).join("-");

const readLocation = (node: XmlNode) =>
  node.attributes.EIdType === "doi" ? normaliseIdentifier("doi", plainTextOf(node) ?? "") : null;

const SCHEMES = { doi: "doi", pubmed: "pmid", pmc: "pmcid" } as const;

function articleIds(list: XmlNode | undefined): (Identifier | null)[] {
  return childrenOf(list, "ArticleId").map((id) => {
    const scheme = Object.entries(SCHEMES).find(([type]) => type === id.attributes.IdType)?.[1];
    return scheme ? normaliseIdentifier(scheme, plainTextOf(id) ?? "") : null;
  });
}

function noticesOf(citation: XmlNode | undefined, article: XmlNode | undefined) {
  const types = childrenOf(descend(article, "PublicationTypeList"), "PublicationType");
  const told = childrenOf(descend(citation, "CommentsCorrectionsList"), "CommentsCorrections");
  return noticesOfPubmed(
    types.map((type) => plainTextOf(type) ?? ""),
    told.map((one) => ({
      kind: one.attributes.RefType ?? "",
      source: plainTextOf(descend(one, "RefSource")) ?? "",
      pmid: plainTextOf(descend(one, "PMID")),
    })),
  );
}

/** References that have an identifier; the printed text of the others cannot be told apart, and is counted. */
function* readReferences(node: XmlNode, citing: string, where: string): Generator<Parsed> {
  let unknown = 0;
  const references = childrenOf(descend(node, "PubmedData"), "ReferenceList").flatMap((list) =>
    descendantsOf(list, "Reference"),
  );
  for (const reference of references) {
    const identifiers = articleIds(descend(reference, "ArticleIdList"));
    const cited = readWork({ where, source: SOURCE, identifiers });
    if ("refused" in cited || cited.key === citing) unknown += 1;
    else yield* [...cited.parsed, { kind: "reference", citing, cited: cited.key } as const];
  }
  if (unknown > 0)
    yield warning(
      where,
      `${unknown} of ${references.length} references have no identifier and are left out.`,
    );
}
