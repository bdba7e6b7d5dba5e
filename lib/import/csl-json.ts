import { z } from "zod";
import { normaliseIdentifier, parseIdentifier } from "@/lib/citation/identifiers";
import { DateParts, readDateParts } from "./date-parts";
import { readJsonAnswers } from "./json-answers";
import { jsonShape } from "./json-shape";
import { readAuthors } from "./list-authors";
import { readWork } from "./list-entry";
import { abstractText, markedText } from "./marked-text";
import { ReadingTally } from "./reading-tally";
import type { Identifier, Parsed } from "./record";
import { readEntry, type WorkReading } from "./spokes-work";

const SOURCE = "csl-json";

/** The types of items (CSL 1.0.2, appendix III) under which scholarly works are kept, and those of older versions. */
const TYPES: ReadonlySet<string> = new Set(
  (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset " +
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation " +
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical " +
    "personal_communication post post-weblog regulation report review review-book software song speech standard " +
    "thesis treaty webpage"
  ).split(" "),
);

/** What an item is cited by beside its title; other JSON with a type and a title has none of it. */
const BESIDE = ["author", "editor", "issued", "container-title", "publisher", "DOI", "URL"];

/** Whether the beginning of a text is that of CSL-JSON: items with a type of CSL and something to cite. */
export function detectCslJson(head: string): boolean {
  const shape = jsonShape(head);
  return ["", "items[]."].some(
    (path) =>
      TYPES.has(shape.get(`${path}type`) ?? "") &&
      shape.has(`${path}id`) &&
      BESIDE.some((name) => shape.has(path + name)),
  );
}

const text = z.string().nullish();
const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]).nullish();
const number = z.union([z.string(), z.number().transform(String)]).nullish();
const Name = z.object({
  family: text,
  given: text,
  suffix: text,
  literal: text,
  "dropping-particle": text,
  "non-dropping-particle": text,
  ORCID: text,
});

const Item = z.compile(
  z.object({
    id: number,
    type: text,
    title: texts,
    author: z.array(Name).nullish(),
    editor: z.array(Name).nullish(),
    issued: DateParts.nullish(),
    "container-title": texts,
    "event-title": text,
    event: text,
    abstract: text,
    DOI: text,
    PMID: number,
    PMCID: number,
    URL: text,
    note: text,
    "archive-id": number,
    number: number,
  }),
);
type Item = z.infer<typeof Item>;

/**
 * Reads CSL-JSON: a list of items, one item, or items on lines. Each is listed.
 * @throws UnreadableFileError when the text is no JSON, or no item can be read from it.
 */
export async function* parseCslJson(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  const tally = new ReadingTally();
  for await (const piece of readJsonAnswers(chunks, ["items"])) {
    const { where } = piece;
    if (piece.kind === "document" && (piece.counts.get("items") ?? 0) > 0) continue;
    const item =
      "problem" in piece ? { refused: `is no valid JSON: ${piece.problem}` } : readItem(piece.value, where);
    if ("refused" in item) yield tally.refuse(where, item.refused);
    else {
      tally.works += 1;
      yield* item.parsed;
      yield { kind: "listed", work: item.key };
    }
  }
  tally.end("items");
}

function readItem(raw: unknown, where: string): WorkReading {
  const entry = readEntry(Item, raw);
  if ("refused" in entry) return entry;
  const item = entry.value;
  const { authors, complete } = readAuthors(namesOf(item).map(nameIn));
  return readWork({
    where,
    source: SOURCE,
    near: item.id ?? where,
    identifiers: identifiersOf(item),
    title: markedText(item.title?.[0] ?? ""),
    authors,
    authorsComplete: complete ? undefined : false,
    published: readDateParts(item.issued),
    venue: markedText(item["container-title"]?.[0] || item["event-title"] || item.event || ""),
    abstract: abstractText(item.abstract ?? ""),
  });
}

/** The editors of a book that names no author stand for them, as they do where it is cited. */
function namesOf({ author, editor, type }: Item) {
  if (author?.length) return author;
  return type === "book" || type === "collection" ? (editor ?? []) : [];
}

function nameIn(name: z.infer<typeof Name>) {
  const { given, suffix, literal, ORCID } = name;
  const particle = name["non-dropping-particle"];
  const family = [particle, name.family].filter(Boolean).join(" ");
  if (family === "") return { group: literal || given || "" };
  const first = [given, name["dropping-particle"]].filter(Boolean).join(" ");
  return { family, given: first, suffix: suffix ?? undefined, orcid: ORCID ?? undefined };
}

/** Zotero writes what CSL has no place for into the note, on lines such as "PMID: 123". */
function identifiersOf({ DOI, PMID, PMCID, URL, note, number, ...item }: Item): (Identifier | null)[] {
  const noted = (note ?? "").split("\n").map((line) => {
    const [, name = "", value = ""] = /^\s*(DOI|PMID|PMCID|arXiv)\s*:\s*(\S+)/iu.exec(line) ?? [];
    return parseIdentifier(`${name}:${value}`);
  });
  const arxiv = [item["archive-id"], number].find((value) => /^arxiv:/iu.test(value ?? ""));
  return [
    DOI ? normaliseIdentifier("doi", DOI) : null,
    PMID ? normaliseIdentifier("pmid", PMID) : null,
    PMCID ? normaliseIdentifier("pmcid", PMCID) : null,
    URL ? parseIdentifier(URL) : null,
    arxiv ? parseIdentifier(arxiv) : null,
    ...noted,
  ];
}
