import { normaliseIdentifier, parseIdentifier } from "@/lib/citation/identifiers";
import { parsePartialDate } from "@/lib/citation/partial-date";
import { readAuthors } from "./list-authors";
import { listEntry, placeOf } from "./list-entry";
import { type Parsed, UnreadableFileError } from "./record";
import { rejection } from "./remark";
import { readTaggedEntries, TaggedValues } from "./tagged-entries";

const FORM = { field: /^\uFEFF?([A-Z][A-Z0-9]) {1,2}-(?: (.*)|\s*)$/u, opens: new Set(["TY"]), closes: "ER" };

/** Whether the beginning of a text is that of a RIS file: a line with the type of an entry. */
export function detectRis(head: string): boolean {
  return /^\uFEFF?TY {1,2}- *[A-Z]+\s*$/mu.test(head) && !/^\s*[<[{@]/u.test(head);
}

/**
 * Reads a RIS file entry by entry, as reference managers and publishers write it.
 * @throws UnreadableFileError at a line that is too long, and when the file holds no entry.
 */
export async function* parseRis(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  let seen = false;
  for await (const entry of readTaggedEntries(chunks, FORM)) {
    seen = true;
    if (entry.tooLong) yield rejection(placeOf(entry.line), "The entry is longer than 4 Mi characters.");
    else yield* readRisEntry(new TaggedValues(entry.fields), entry.line);
  }
  if (!seen) throw new UnreadableFileError("The file holds no RIS entry.");
}

/** Works that are known by their editors where no author is named. */
const EDITED: ReadonlySet<string> = new Set(["BOOK", "EDBOOK", "CONF", "SER"]);
/** Kinds of entries whose T2 and JO name no place of publication of their own. */
const PARTS: ReadonlySet<string> = new Set(["CHAP", "CPAPER", "CONF", "JOUR", "MGZN", "NEWS"]);

function readRisEntry(values: TaggedValues, line: number): Parsed[] {
  const type = values.first("TY")?.toUpperCase() ?? "";
  const where = placeOf(line, values.first("ID"));
  const named = values.all("AU", "A1");
  const { authors, complete } = readAuthors(
    named.length > 0 || !EDITED.has(type) ? named : values.all("ED", "A2", "A3"),
  );
  const title = values.first(
    "TI",
    "T1",
    "CT",
    ...(PARTS.has(type) ? [] : ["BT"]),
    "ST",
    ...(type === "JFULL" ? ["JF", "JO"] : []),
  );
  return listEntry({
    where,
    source: "ris",
    near: values.first("ID") ?? where,
    identifiers: readIdentifiers(values),
    title,
    authors,
    authorsComplete: complete ? undefined : false,
    published: readDate(values),
    venue: values.first("T2", "JF", "JO", "JA", "J2", "BT", "T3", "PB"),
    abstract: values.first("AB", "N2"),
  });
}

function readIdentifiers(values: TaggedValues) {
  const dois = values
    .all("DO", "M3", "L3", "L1", "N1")
    .filter((text) => /^\s*(?:doi\b|https?:|10\.)/iu.test(text));
  const urls = values.all("UR", "L2", "LK", "DO");
  const isPubmed = values.all("DB", "DP").some((name) => /pubmed|medline/iu.test(name));
  const notes = values.all("N1", "C1", "M1");
  return [
    ...dois.map((text) => normaliseIdentifier("doi", text)),
    ...urls.map((text) => (/^\s*(?:https?:|arxiv|10\.)/iu.test(text) ? parseIdentifier(text) : null)),
    ...(isPubmed ? values.all("AN").map((text) => normaliseIdentifier("pmid", text)) : []),
    ...values.all("C2").map((text) => (/^PMC\d+$/u.test(text) ? normaliseIdentifier("pmcid", text) : null)),
    ...notes.map((text) => normaliseIdentifier("pmid", /\bPMID:?\s*(\d{4,8})\b/u.exec(text)?.[1] ?? "")),
  ];
}

/** `2012/07/03/remark` with parts left empty, or a written date; a full date counts more than its year alone. */
function readDate(values: TaggedValues): string | undefined {
  const dates = values.all("PY", "Y1", "DA").flatMap((text) => readRisDate(text) ?? []);
  const [first] = dates;
  return (
    dates.find((date) => first !== undefined && date.length > first.length && date.startsWith(first)) ?? first
  );
}

function readRisDate(text: string): string | null {
  const [, year, month, day] =
    /^\s*(\d{4})(?:[/-](\d{0,2}))?(?:[/-](\d{0,2}))?(?:[/-].*)?$/u.exec(text) ?? [];
  if (year === undefined)
    return parsePartialDate(text) ?? parsePartialDate(/\b[12]\d{3}\b/u.exec(text)?.[0] ?? "");
  const parts = [year, ...(month ? [month, ...(day ? [day] : [])] : [])];
  return parsePartialDate(parts.join("-")) ?? parsePartialDate(year);
}
