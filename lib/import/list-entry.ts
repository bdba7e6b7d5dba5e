import { compareIdentifiers } from "@/lib/citation/identifiers";
import { cutText, foldLine, foldParagraphs } from "./clean-text";
import { decodeEntities, mendC1 } from "./entities";
import { mendMojibake } from "./mojibake";
import { present } from "./present";
import type { Author, Identifier, Notice, Parsed, WorkFields } from "./record";
import { rejection, warning } from "./remark";
import { identifierKey, workKey } from "./work-key";

/** What an entry of a list of works says, as its format has it; texts need not be clean. */
export interface ListEntry {
  /** Its place, for messages: "line 12 (smith2020)". */
  where: string;
  source: string;
  /** Its key in the file, where its title must not decide which entries are one work. */
  key?: string | undefined;
  /** What names the entry in its file, for works whose short title names nothing. */
  near?: string | undefined;
  /** What could not be read is null and left out. */
  identifiers: readonly (Identifier | null | undefined)[];
  title?: string | null | undefined;
  authors?: readonly Author[] | undefined;
  authorsComplete?: boolean | undefined;
  published?: string | null | undefined;
  venue?: string | null | undefined;
  fields?: readonly string[] | undefined;
  abstract?: string | null | undefined;
  summary?: string | null | undefined;
  citedByCount?: number | null | undefined;
  notices?: readonly Notice[] | undefined;
}

const LIMITS = {
  title: 2000,
  venue: 1000,
  abstract: 50_000,
  summary: 5000,
  count: 2 ** 31 - 1,
  field: 200,
  fields: 50,
  authors: 10_000,
  near: 60,
};

/** The entry as a work, or why it can be none. `parsed` holds the work and remarks on what was left out. */
export function readWork(entry: ListEntry): { key: string; parsed: Parsed[] } | { refused: string } {
  const { where, source } = entry;
  const parsed: Parsed[] = [];
  const identifiers = distinct(entry.identifiers);
  const fields = readFields(entry, (message) => parsed.push(warning(where, message)));
  const named = workKey({ identifiers, fields, near: entry.near && foldLine(entry.near) });
  if (named === null) return { refused: "has no title and no identifier that can be read" };
  const key = entry.key ?? named;
  parsed.push({ kind: "work", key, identifiers, fields, source });
  return { key, parsed };
}

/** The entry as records of a list: its work and that the file lists it; a rejection when it can be no work. */
export function listEntry(entry: ListEntry): Parsed[] {
  const work = readWork(entry);
  if ("refused" in work) return [rejection(entry.where, `The entry ${work.refused}.`)];
  return [...work.parsed, { kind: "listed", work: work.key }];
}

/** One line of plain text as sources mean it: entities resolved, signs of cp1252 mended, white space folded. */
export function sourceLine(raw: string): string {
  return foldLine(wellFormed(raw));
}

const wellFormed = (raw: string) =>
  decodeEntities(mendC1(mendMojibake(raw))).replace(/[\uD800-\uDFFF]/gu, "\uFFFD");

function distinct(identifiers: ListEntry["identifiers"]): Identifier[] {
  const byKey = new Map(identifiers.flatMap((one) => (one ? [[identifierKey(one), one] as const] : [])));
  return [...byKey.values()].sort(compareIdentifiers).slice(0, 50);
}

function readFields(entry: ListEntry, remark: (message: string) => void): WorkFields {
  const line = (name: "title" | "venue" | "summary") => {
    const text = sourceLine(entry[name] ?? "");
    if (text.length <= LIMITS[name]) return text;
    remark(`The ${name} is longer than ${LIMITS[name]} characters and is left out.`);
    return "";
  };
  const abstract = foldParagraphs(wellFormed(entry.abstract ?? ""));
  if (abstract.length > LIMITS.abstract)
    remark(`The abstract is longer than ${LIMITS.abstract} characters and is left out.`);
  const authors = (entry.authors ?? []).slice(0, LIMITS.authors);
  const isCut = authors.length < (entry.authors ?? []).length;
  return present({
    title: line("title"),
    authors,
    authorsComplete: authors.length === 0 ? undefined : isCut ? false : entry.authorsComplete,
    published: entry.published,
    venue: line("venue"),
    fields: readSubjects(entry.fields ?? []),
    abstract: abstract.length > LIMITS.abstract ? "" : abstract,
    summary: line("summary"),
    citedByCount: isCount(entry.citedByCount) ? entry.citedByCount : undefined,
    notices: entry.notices?.slice(0, 50),
  });
}

const isCount = (count: unknown): count is number =>
  typeof count === "number" && Number.isInteger(count) && count >= 0 && count <= LIMITS.count;

/** Subjects without doubles; what is too long for one is none. */
function readSubjects(raw: readonly string[]): string[] {
  const subjects = raw.map(sourceLine).filter((subject) => subject !== "" && subject.length <= LIMITS.field);
  return [...new Set(subjects)].slice(0, LIMITS.fields);
}

/** The place of an entry: where it begins and what the file calls it. */
export function placeOf(line: number, name?: string): string {
  const called = name === undefined ? "" : foldLine(wellFormed(name));
  return called === "" ? `line ${line}` : `line ${line} (${cutText(called, 100)})`;
}
