import { parseIdentifier } from "@/lib/citation/identifiers";
import type { DescribedWork, FullTextReference } from "./full-text";
import { describeWork, identifiersFrom, readYear } from "./full-text-fields";
import { readJatsPeople } from "./jats-people";
import { readPrintedReference } from "./printed-reference";
import type { XmlNode } from "./read-xml";
import type { Author, Identifier } from "./record";
import { childrenOf, descendantsOf, markedTextOf, plainTextOf } from "./xml-text";

const CITATIONS = ["element-citation", "mixed-citation", "nlm-citation", "citation"];
const TITLES = ["article-title", "chapter-title", "part-title", "data-title"];

/** Kinds of publication that `source` names itself, where no title stands beside it. */
const IS_BOOK = /book|thesis|report|software|data|web|standard|patent|manual/iu;

/** The entry of a reference list: a `ref`, which may hold several citations, under the names that marks have for it. */
export function readJatsReference(ref: XmlNode, index: number): FullTextReference {
  const citations = citationsOf(ref);
  const printed = spacedText(ref);
  const label = plainTextOf(
    childrenOf(ref, "label")[0] ?? citations.flatMap((one) => childrenOf(one, "label"))[0],
  );
  const [, digits] = /^\D{0,2}(\d{1,4})\D{0,2}$/u.exec(label ?? "") ?? [];
  const year = citations[0] && readYear(textOf(citations[0], "year") ?? "");
  return {
    id: ref.attributes.id ?? `ref ${index + 1}`,
    number: digits === undefined ? null : Number(digits),
    letter: year?.letter ?? null,
    printed,
    works: citations.map(readCitation),
  };
}

/** Where a reference is given in two ways, the one that is taken apart is read. */
function citationsOf(ref: XmlNode): XmlNode[] {
  const alternatives = childrenOf(ref, "citation-alternatives").flatMap((both) => {
    const ways = CITATIONS.flatMap((name) => childrenOf(both, name));
    return ways.slice(0, 1);
  });
  const plain = ref.children.filter(
    (child): child is XmlNode => typeof child !== "string" && CITATIONS.includes(child.name),
  );
  return [...alternatives, ...plain];
}

function readCitation(citation: XmlNode): DescribedWork {
  const identifiers = readIdentifiers(citation);
  const { authors, complete } = readAuthors(citation);
  const own = TITLES.map((name) => markedTextOf(descendantsOf(citation, name)[0])).find((text) => text);
  const source = markedTextOf(childrenOf(citation, "source")[0]);
  const kind = citation.attributes["publication-type"] ?? citation.attributes["citation-type"] ?? "";
  const title = own ?? (IS_BOOK.test(kind) ? source : undefined);
  const { published } = readYear(textOf(citation, "year") ?? "");
  if (title === undefined && source === undefined && authors.length === 0 && identifiers.length === 0)
    return describeWork([], readPrintedReference(plainTextOf(citation) ?? ""));
  const venue =
    own === undefined ? undefined : (source ?? markedTextOf(childrenOf(citation, "conf-name")[0]));
  return describeWork(identifiers, { title, authors, authorsComplete: complete, published, venue });
}

function readAuthors(citation: XmlNode): { authors: Author[]; complete: boolean } {
  const groups = childrenOf(citation, "person-group");
  const kindOf = (group: XmlNode) => group.attributes["person-group-type"] ?? "author";
  const people = groups.some((group) => /author/u.test(kindOf(group)))
    ? groups.filter((group) => /author/u.test(kindOf(group)))
    : [citation];
  return readJatsPeople(people);
}

function readIdentifiers(citation: XmlNode): Identifier[] {
  const named = descendantsOf(citation, "pub-id").map(
    (node) => [node.attributes["pub-id-type"] ?? "", plainTextOf(node) ?? ""] as const,
  );
  const linked = [...descendantsOf(citation, "ext-link"), ...descendantsOf(citation, "uri")].flatMap(
    (link) => {
      const found =
        parseIdentifier(link.attributes["xlink:href"] ?? "") ?? parseIdentifier(plainTextOf(link) ?? "");
      return found ?? [];
    },
  );
  return identifiersFrom(named, linked);
}

const textOf = (node: XmlNode, name: string) => plainTextOf(descendantsOf(node, name)[0]);

/** The words of an entry with spaces between its parts, for the report. */
function spacedText(node: XmlNode): string {
  return node.children
    .map((child) => (typeof child === "string" ? child : child.name === "label" ? "" : spacedText(child)))
    .join(" ")
    .replace(/\s+/gu, " ")
    .replace(/ (?=[,.;:)])|(?<=\() /gu, "")
    .trim();
}
