import { normaliseIdentifier, parseIdentifier } from "@/lib/citation/identifiers";
import { parsePartialDate } from "@/lib/citation/partial-date";
import { readAuthors } from "./list-authors";
import { listEntry, placeOf } from "./list-entry";
import { readXml, type XmlNode } from "./read-xml";
import { type Parsed, UnreadableFileError } from "./record";
import { childrenOf, descend, descendantsOf, markedTextOf, plainTextOf } from "./xml-text";

/** Whether the beginning of a text is that of an EndNote library as XML. */
export function detectEndnoteXml(head: string): boolean {
  return /<records>\s*<record>/u.test(head) && /<ref-type\b/u.test(head);
}

/**
 * Reads an EndNote library that was saved as XML, record by record.
 * @throws UnreadableFileError when the XML cannot be read or holds no record.
 */
export async function* parseEndnoteXml(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  let seen = false;
  for await (const record of readXml(chunks, ["record"])) {
    seen = true;
    yield* readEndnoteRecord(record);
  }
  if (!seen) throw new UnreadableFileError("The EndNote file holds no record.");
}

/** Works that are known by their editors where no author is named. */
const EDITED: ReadonlySet<string> = new Set(["Book", "Edited Book", "Conference Proceedings"]);

function readEndnoteRecord(record: XmlNode): Parsed[] {
  const text = (...path: string[]) => plainTextOf(descend(record, ...path));
  const label = text("label") ?? text("rec-number");
  const named = namesIn(record, "authors");
  const type = descend(record, "ref-type")?.attributes.name ?? "";
  const { authors, complete } = readAuthors(
    named.length > 0 || !EDITED.has(type) ? named : namesIn(record, "secondary-authors"),
  );
  const where = placeOf(record.line, label);
  return listEntry({
    where,
    source: "endnote",
    near: where,
    identifiers: readIdentifiers(record),
    title: markedStyles(descend(record, "titles", "title")),
    authors,
    authorsComplete: complete ? undefined : false,
    published: readDate(record),
    venue:
      text("titles", "secondary-title") ??
      text("periodical", "full-title") ??
      text("alt-periodical", "full-title") ??
      text("publisher"),
    abstract: markedStyles(descend(record, "abstract")),
  });
}

/** Authors stand one in each element, "Family, Given"; a comma at the end marks a group. */
function namesIn(record: XmlNode, list: string) {
  return childrenOf(descend(record, "contributors", list), "author").map((author) => {
    const printed = plainTextOf(author) ?? author.attributes["corp-name"] ?? "";
    return /,$/u.test(printed) ? { group: printed.replace(/,+$/u, "") } : printed;
  });
}

/** Text whose styles are told by `<style face="italic">`, as the small markup that is shown. */
function markedStyles(node: XmlNode | undefined): string | undefined {
  return markedTextOf(node && withStyles(node));
}

const FACES: readonly (readonly [RegExp, string])[] = [
  [/italic/u, "i"],
  [/bold/u, "b"],
  [/superscript/u, "sup"],
  [/subscript/u, "sub"],
];

function withStyles(node: XmlNode): XmlNode {
  const children = node.children.map((child) => (typeof child === "string" ? child : withStyles(child)));
  const face = node.name === "style" ? (node.attributes.face ?? "") : "";
  const [, name] = FACES.find(([pattern]) => pattern.test(face)) ?? [];
  return { ...node, name: name ?? node.name, children };
}

function readIdentifiers(record: XmlNode) {
  const number = plainTextOf(descend(record, "electronic-resource-num")) ?? "";
  const urls = descendantsOf(record, "url").map((url) => plainTextOf(url) ?? "");
  const isPubmed = /pubmed|medline/iu.test(plainTextOf(descend(record, "remote-database-name")) ?? "");
  return [
    normaliseIdentifier("doi", number),
    ...urls.map((url) => (/^https?:/iu.test(url) ? parseIdentifier(url) : null)),
    isPubmed ? normaliseIdentifier("pmid", plainTextOf(descend(record, "accession-num")) ?? "") : null,
    normaliseIdentifier("pmcid", plainTextOf(descend(record, "custom2")) ?? ""),
  ];
}

/** The year, with the day where one is given that says more of the same year. */
function readDate(record: XmlNode): string | null {
  const dates = descend(record, "dates");
  const printed = plainTextOf(descend(dates, "year")) ?? "";
  const year = parsePartialDate(printed) ?? /(?<!\d)[12]\d{3}(?!\d)/u.exec(printed)?.[0] ?? null;
  const day = plainTextOf(descend(dates, "pub-dates", "date")) ?? "";
  const full =
    parsePartialDate(day) ??
    (year && (parsePartialDate(`${day} ${year}`) ?? parsePartialDate(`${day}, ${year}`)));
  return full && (!year || full.startsWith(year)) ? full : year;
}
