import { parseIdentifier } from "@/lib/citation/identifiers";
import { parsePartialDate } from "@/lib/citation/partial-date";
import type { DescribedWork, FullTextReference } from "./full-text";
import { describeAuthor, describeWork, identifiersFrom } from "./full-text-fields";
import { readPrintedReference } from "./printed-reference";
import type { XmlNode } from "./read-xml";
import type { Author } from "./record";
import { childrenOf, descend, descendantsOf, markedTextOf, plainTextOf } from "./xml-text";

/** What the header of a TEI file says of its paper. */
export function readTeiWork(header: XmlNode | undefined): DescribedWork {
  const file = descend(header, "fileDesc");
  const source = descend(file, "sourceDesc", "biblStruct") ?? descend(file, "sourceDesc", "biblFull");
  const { identifiers, fields } = readTeiBibl(source);
  const title = markedTextOf(descend(file, "titleStmt", "title")) ?? fields.title;
  const published = fields.published ?? readDate(childrenOf(descend(file, "publicationStmt"), "date"));
  const abstract = markedTextOf(descend(header, "profileDesc", "abstract"));
  return describeWork(identifiers, { ...fields, title, published, abstract });
}

/** A `biblStruct` of the reference list. */
export function readTeiReference(bibl: XmlNode, index: number): FullTextReference {
  const raw = childrenOf(bibl, "note").find(({ attributes }) => attributes.type === "raw_reference");
  const printed = plainTextOf(raw) ?? plainTextOf(bibl) ?? "";
  const [, number] = /^[[(]?(\d{1,3})[\]).]\s/u.exec(printed) ?? [];
  const described = readTeiBibl(bibl);
  const isEmpty = described.identifiers.length === 0 && described.fields.title === undefined;
  const work = isEmpty ? describeWork([], readPrintedReference(printed)) : described;
  const year = work.fields.published?.slice(0, 4);
  const [, letter] = (year && new RegExp(`${year}([a-z])(?![\\p{L}\\d])`, "u").exec(printed)) || [];
  return {
    id: bibl.attributes["xml:id"] ?? `reference ${index + 1}`,
    number: number === undefined ? null : Number(number),
    letter: letter ?? null,
    printed,
    works: [work],
  };
}

/** A part of a book or journal has its title in `analytic`; what stands alone, in `monogr`, where a journal names no work. */
function readTeiBibl(bibl: XmlNode | undefined): DescribedWork {
  const analytic = descend(bibl, "analytic");
  const monograph = descend(bibl, "monogr");
  const part = markedTextOf(titleOf(analytic));
  const whole = titleOf(monograph);
  const isJournal = whole?.attributes.level === "j";
  const authors = readAuthors([...childrenOf(analytic, "author"), ...childrenOf(monograph, "author")]);
  const ids = [bibl, analytic, monograph].flatMap((node) => childrenOf(node, "idno"));
  const links = (bibl ? descendantsOf(bibl, "ptr") : []).flatMap(
    ({ attributes }) => parseIdentifier(attributes.target ?? "") ?? [],
  );
  return describeWork(
    identifiersFrom(
      ids.map((id) => [id.attributes.type ?? "", plainTextOf(id) ?? ""]),
      links,
    ),
    {
      title: part ?? (isJournal ? undefined : markedTextOf(whole)),
      authors,
      published: readDate(childrenOf(descend(monograph, "imprint"), "date")),
      venue: part === undefined && !isJournal ? undefined : markedTextOf(whole),
    },
  );
}

function titleOf(node: XmlNode | undefined): XmlNode | undefined {
  const titles = childrenOf(node, "title");
  return titles.find(({ attributes }) => attributes.type === "main") ?? titles[0];
}

/** People by the parts of their names; an author without a name is an address that was taken for one. */
function readAuthors(authors: readonly XmlNode[]): Author[] {
  return authors.flatMap((author) => {
    const person = descend(author, "persName");
    if (!person) return describeAuthor({ name: plainTextOf(childrenOf(author, "orgName")[0]) }) ?? [];
    const parts = (name: string) => childrenOf(person, name).flatMap((part) => plainTextOf(part) ?? []);
    const given = parts("forename").join(" ");
    const family = parts("surname").join(" ");
    const name = [given, family, ...parts("genName")].filter((part) => part !== "").join(" ");
    const described = describeAuthor({ name: name || plainTextOf(person), family, given });
    const orcid = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/u.exec(
      plainTextOf(childrenOf(author, "idno").find(({ attributes }) => attributes.type === "ORCID")) ?? "",
    )?.[0];
    return described ? [orcid ? { ...described, orcid } : described] : [];
  });
}

function readDate(dates: readonly XmlNode[]): string | undefined {
  const read = dates.flatMap(
    (date) => parsePartialDate(date.attributes.when ?? plainTextOf(date) ?? "") ?? [],
  );
  return read[0];
}
