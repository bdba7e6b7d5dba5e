import { normaliseIdentifier } from "@/lib/citation/identifiers";
import { type AuthorEntry, readAuthors } from "./list-authors";
import { listEntry, placeOf } from "./list-entry";
import { noticesOfPubmed, pubmedDate, withoutFullStop } from "./pubmed-words";
import { type Parsed, UnreadableFileError } from "./record";
import { rejection } from "./remark";
import { readTaggedEntries, TaggedValues } from "./tagged-entries";

const FORM = { field: /^\uFEFF?([A-Z]{2,4}) *- (.*)$/u, opens: new Set(["PMID"]), closes: "" };

/** Whether the beginning of a text is that of a MEDLINE (nbib) file. */
export function detectMedline(head: string): boolean {
  return /^\s*(?:PMID|OWN) ?- /u.test(head) && /^TI {1,2}- /mu.test(head);
}

/**
 * Reads a MEDLINE file (nbib) as PubMed and ERIC write it, entry by entry.
 * @throws UnreadableFileError at a line that is too long, and when the file holds no entry.
 */
export async function* parseMedline(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  let seen = false;
  for await (const entry of readTaggedEntries(chunks, FORM)) {
    seen = true;
    if (entry.tooLong) yield rejection(placeOf(entry.line), "The entry is longer than 4 Mi characters.");
    else yield* readMedlineEntry(new TaggedValues(entry.fields), entry.line);
  }
  if (!seen) throw new UnreadableFileError("The file holds no MEDLINE entry.");
}

function readMedlineEntry(values: TaggedValues, line: number): Parsed[] {
  const named = values.all("FAU");
  const list = readAuthors([
    ...(named.length > 0
      ? [...named, ...values.all("AU").filter((name) => /^et al/iu.test(name))]
      : values.all("AU").map(fromInitials)),
    ...values.all("CN").map((group) => ({ group })),
  ]);
  const where = placeOf(line, values.first("PMID", "OID"));
  return listEntry({
    where,
    source: "pubmed",
    near: where,
    identifiers: readIdentifiers(values),
    title: withoutFullStop(joined(values.first("TI", "BTI"))),
    authors: list.authors,
    authorsComplete: list.complete ? undefined : false,
    published: pubmedDate(values.first("DP") ?? "", values.first("DEP")),
    venue: values.first("JT", "TA") ?? (values.first("TI") && values.first("BTI")),
    abstract: joined(values.first("AB")),
    notices: noticesOfPubmed(
      values.all("PT"),
      MEDLINE_NOTICES.flatMap(([tag, kind]) => values.all(tag).map((source) => ({ kind, source }))),
    ),
  });
}

/** Tags that name the notice about a paper, by what PubMed calls the same in its XML. */
const MEDLINE_NOTICES = [
  ["RIN", "RetractionIn"],
  ["EIN", "ErratumIn"],
  ["ECI", "ExpressionOfConcernIn"],
] as const;

/** PubMed's short form of a name has the initials last and without full stops: "Hiles ID". */
function fromInitials(name: string): AuthorEntry {
  const [, family, given] = /^([^,]+) (\p{Lu}{1,3})$/u.exec(name) ?? [];
  return family === undefined ? name : { family, given };
}

/** Lines that go on are one line; a word is not cut between them. */
const joined = (text: string | undefined) => text?.replace(/\s*\n\s*/gu, " ");

function readIdentifiers(values: TaggedValues) {
  const located = values
    .all("LID", "AID")
    .map((text) => /^(\S+) \[doi\]$/u.exec(text)?.[1] ?? addressOfDoi(text));
  return [
    ...located.map((doi) => normaliseIdentifier("doi", doi)),
    normaliseIdentifier("pmid", values.first("PMID") ?? ""),
    normaliseIdentifier("pmcid", values.first("PMC") ?? ""),
  ];
}

const addressOfDoi = (text: string) => (/^https?:\/\/(?:dx\.)?doi\.org\//iu.test(text) ? text : "");
