import { parsePartialDate } from "@/lib/citation/partial-date";
import type { DescribedWork, FullText, FullTextReference } from "./full-text";
import { describeAuthor, describeWork, identifiersFrom, readYear } from "./full-text-fields";
import { listFullTextRecords } from "./full-text-records";
import { issueText } from "./issue-text";
import { readJsonPieces } from "./json-pieces";
import { readPrintedReference } from "./printed-reference";
import { type Author, type Parsed, UnreadableFileError } from "./record";
import { rejection } from "./remark";
import { listS2orcPassages } from "./s2orc-passages";
import { type S2orcBibEntry, type S2orcBody, S2orcPaper, type S2orcPerson } from "./s2orc-schema";

const SOURCE = "s2orc";

/** Whether the beginning of a text is that of papers in one of the editions of S2ORC, or in CORD-19. */
export function detectS2orc(head: string): boolean {
  const start = head.trimStart();
  return (
    /^\[?\s*\{/u.test(start) &&
    /"paper_id"\s*:/u.test(start) &&
    /"(?:pdf_parse|grobid_parse|latex_parse|body_text|bib_entries)"\s*:/u.test(start)
  );
}

/**
 * Reads papers of S2ORC, one in each line or one alone: the citing work, its reference list, and every sentence around
 * a citation mark.
 * @throws UnreadableFileError when the text is no JSON, or holds none.
 */
export async function* parseS2orc(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  let count = 0;
  for await (const entry of readJsonPieces(chunks, new Set())) {
    count += 1;
    if ("problem" in entry) {
      yield rejection(entry.where, `is no valid JSON: ${entry.problem}`);
      continue;
    }
    const paper = S2orcPaper.safeParse(entry.value);
    if (paper.success) yield* listFullTextRecords(readPaper(paper.data, entry.where));
    else yield rejection(entry.where, issueText(paper.error, entry.value));
  }
  if (count === 0) throw new UnreadableFileError("The file holds no paper.");
}

function readPaper(paper: S2orcPaper, where: string): FullText {
  const body = bodyOf(paper);
  return {
    where,
    source: SOURCE,
    work: readWork(paper, body),
    references: Object.entries(body.bib_entries ?? {}).map(([id, entry]) => readReference(id, entry)),
    passages: listS2orcPassages(body),
  };
}

/** The text as LaTeX gave it is the better one; else as GROBID read it; else beside the rest. */
function bodyOf(paper: S2orcPaper): S2orcBody {
  const { latex_parse, pdf_parse, grobid_parse, body_text, back_matter, bib_entries, ref_entries } = paper;
  const parses = [latex_parse, pdf_parse, grobid_parse].filter(
    (parse) => parse !== null && parse !== undefined,
  );
  const beside = { abstract: null, body_text, back_matter, bib_entries, ref_entries };
  return parses.find((parse) => (parse.body_text ?? []).length > 0) ?? parses[0] ?? beside;
}

function readWork(paper: S2orcPaper, body: S2orcBody): DescribedWork {
  const said = paper.metadata ?? {
    ...paper,
    abstract: typeof paper.abstract === "string" ? paper.abstract : null,
  };
  const named = [
    ["doi", said.doi],
    ["arxiv", said.arxiv_id],
    ["acl", said.acl_id],
    ["pmcid", said.pmc_id],
    ["pmid", said.pubmed_id],
  ] as const;
  const abstract = said.abstract || (body.abstract ?? []).map(({ text }) => text).join("\n\n");
  return describeWork(identifiersFrom(named.map(([scheme, value]) => [scheme, value ?? ""])), {
    title: said.title ?? undefined,
    authors: readPeople(said.authors),
    published: parsePartialDate(said.year ?? ""),
    venue: said.journal || said.venue || undefined,
    abstract,
  });
}

function readReference(id: string, entry: S2orcBibEntry): FullTextReference {
  const printed = entry.raw_text ?? [entry.title, entry.venue, entry.year].filter((part) => part).join(". ");
  const identifiers = identifiersFrom(
    Object.entries(entry.other_ids ?? {}).flatMap(([scheme, values]) =>
      values.map((value) => [scheme, value] as const),
    ),
  );
  const { published } = readYear(entry.year ?? "");
  const work =
    entry.title || identifiers.length > 0
      ? describeWork(identifiers, {
          title: entry.title ?? undefined,
          authors: readPeople(entry.authors),
          published,
          venue: entry.venue ?? undefined,
        })
      : describeWork([], readPrintedReference(entry.raw_text ?? ""));
  const [, number] = /^[[(]?(\d{1,3})[\]).]\s/u.exec(entry.raw_text ?? "") ?? [];
  const letter =
    published && new RegExp(`${published}([a-z])(?![\\p{L}\\d])`, "u").exec(entry.raw_text ?? "")?.[1];
  return {
    id,
    number: number === undefined ? null : Number(number),
    letter: letter || null,
    printed,
    works: [work],
  };
}

function readPeople(people: readonly S2orcPerson[] | null | undefined): Author[] {
  return (people ?? []).flatMap(({ first, middle, last, suffix }) => {
    const given = [first, ...(middle ?? [])].filter((part) => part).join(" ");
    const name = [given, last, suffix].filter((part) => part).join(" ");
    return describeAuthor({ name, family: last ?? undefined, given }) ?? [];
  });
}
