import { z } from "zod";
import { normaliseIdentifier } from "@/lib/citation/identifiers";
import { parsePartialDate } from "@/lib/citation/partial-date";
import { readAuthors } from "./list-authors";
import { readWork } from "./list-entry";
import { markedText } from "./marked-text";
import { readEntry, type WorkReading } from "./spokes-work";

const text = z.string().nullish();

/** An entry of the reference list that a publisher gave to Crossref. */
const Reference = z.compile(
  z.object({
    DOI: text,
    "article-title": text,
    "volume-title": text,
    "journal-title": text,
    author: text,
    year: z.union([z.string(), z.number().transform(String)]).nullish(),
    unstructured: text,
  }),
);

/** A DOI or an address of arXiv within a printed reference. */
const WITHIN = /\b10\.\d{4,9}\/[^\s"<>]+|\barxiv(?:\.org\/(?:abs|pdf)\/|:\s?)[\w./-]+/iu;

/**
 * Reads an entry of a reference list. It is named by its DOI, else by a DOI or an arXiv identifier in its printed
 * form, else by its title; the printed form itself is not taken apart.
 */
export function readCrossrefReference(
  raw: unknown,
  where: string,
  citing: string,
  source: string,
): WorkReading {
  const entry = readEntry(Reference, raw);
  if ("refused" in entry) return entry;
  const reference = entry.value;
  const [printed] = WITHIN.exec(reference.unstructured ?? "") ?? [];
  const title = reference["article-title"] ?? reference["volume-title"];
  const { authors } = readAuthors(reference.author ? [turned(reference.author)] : []);
  const [year] = /(?<!\d)[12]\d{3}(?!\d)/u.exec(reference.year ?? "") ?? [];
  return readWork({
    where,
    source,
    near: citing,
    identifiers: [
      reference.DOI ? normaliseIdentifier("doi", reference.DOI) : null,
      reference.DOI || !printed
        ? null
        : normaliseIdentifier(printed.startsWith("10.") ? "doi" : "arxiv", printed),
    ],
    title: markedText(title ?? ""),
    authors,
    // Only the first author is given, whoever else there was.
    authorsComplete: authors.length > 0 ? false : undefined,
    published: year ? parsePartialDate(year) : null,
    venue: title ? markedText(reference["journal-title"] ?? "") : undefined,
  });
}

/** "Gould N" with the initials last, as medical journals print it, is "Gould, N". */
function turned(author: string): string {
  const [, family, initials] =
    /^(\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’ -]*) (\p{Lu}{1,3})$/u.exec(author.trim()) ?? [];
  return family && initials ? `${family}, ${initials}` : author;
}
