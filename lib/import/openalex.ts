import { z } from "zod";
import { isJsonObject } from "./json";
import { readJsonAnswers } from "./json-answers";
import { jsonShape } from "./json-shape";
import { readOpenAlexWork, SOURCE } from "./openalex-work";
import { ReadingTally } from "./reading-tally";
import type { Parsed } from "./record";
import { quote, warning } from "./remark";
import { readEntry } from "./spokes-work";
import { identifierKey } from "./work-key";

const WORK_ADDRESS = /^https:\/\/openalex\.org\/W\d/iu;

/** Whether the beginning of a text is that of works, lists of works or an error of OpenAlex. */
export function detectOpenAlex(head: string): boolean {
  const shape = jsonShape(head);
  if (/^https:\/\/api\.openalex\.org\//u.test(shape.get("url") ?? "")) return true;
  if ([shape.get("id"), shape.get("results[].id")].some((id) => WORK_ADDRESS.test(id ?? ""))) return true;
  const isPage = shape.has("meta.count") && shape.has("results") && shape.has("meta.per_page");
  return isPage || (shape.size === 2 && shape.has("error") && shape.has("message"));
}

const Page = z.object({
  error: z.string().nullish(),
  message: z.string().nullish(),
  meta: z.object({ count: z.number().nullish() }).nullish(),
});

/**
 * Reads OpenAlex works, alone or in lists: each is listed, with its references by their identifiers. A list does not
 * say whose citers it holds.
 * @throws UnreadableFileError when the text is no JSON, or no work can be read from it.
 */
export async function* parseOpenAlex(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  const tally = new ReadingTally();
  let counted = 0;
  for await (const piece of readJsonAnswers(chunks, ["results"])) {
    const { where } = piece;
    if ("problem" in piece) yield tally.refuse(where, `is no valid JSON: ${piece.problem}`);
    else if (piece.kind === "document" && isJsonObject(piece.value) && !("id" in piece.value)) {
      const page = readPage(piece.value);
      counted = Math.max(counted, page.count);
      if (page.problem) yield tally.refuse(where, page.problem);
      else if ((piece.counts.get("results") ?? 0) === 0) yield tally.refuse(where, "is an empty page");
    } else {
      const work = readOpenAlexWork(piece.value, where);
      if ("refused" in work) yield tally.refuse(where, work.refused);
      else {
        tally.works += 1;
        yield* work.parsed;
        yield { kind: "listed", work: work.key };
        for (const identifier of work.cited) {
          const cited = identifierKey(identifier);
          yield { kind: "work", key: cited, identifiers: [identifier], fields: {}, source: SOURCE };
          yield { kind: "reference", citing: work.key, cited };
        }
      }
    }
  }
  tally.end("works");
  if (counted > tally.works)
    yield warning(
      "meta.count",
      `OpenAlex counts ${counted} works, and the file lists ${tally.works} of them.`,
    );
}

function readPage(value: unknown): { problem: string | null; count: number } {
  const page = readEntry(Page, value);
  if ("refused" in page) return { problem: page.refused, count: 0 };
  const { error, message, meta } = page.value;
  const said = [error, message].filter(Boolean).join(" ");
  return { problem: said ? `is an error of OpenAlex: ${quote(said)}` : null, count: meta?.count ?? 0 };
}
