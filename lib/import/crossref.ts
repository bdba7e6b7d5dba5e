import { readCrossrefWork } from "./crossref-work";
import { isJsonObject } from "./json";
import { readJsonAnswers } from "./json-answers";
import { jsonShape } from "./json-shape";
import { ReadingTally } from "./reading-tally";
import type { Parsed } from "./record";

const LISTS = ["message.items", "items"];

/** What the works of Crossref hold beside their DOI, and no other CSL-JSON does. */
const OWN = ["indexed", "is-referenced-by-count", "reference-count", "content-domain", "prefix", "member"];

/** Whether the beginning of a text is that of works or answers of the Crossref REST API. */
export function detectCrossref(head: string): boolean {
  const shape = jsonShape(head);
  if (/^https:\/\/api\.crossref\.org\//u.test(shape.get("url") ?? "")) return true;
  if (shape.has("message-type") && shape.has("message")) return true;
  return ["", "items[].", "message.", "message.items[]."].some(
    (path) => shape.has(`${path}DOI`) && OWN.some((name) => shape.has(path + name)),
  );
}

/**
 * Reads Crossref works, bare, in a message or in lists: each is listed, with its references and its notices.
 * @throws UnreadableFileError when the text is no JSON, or no work can be read from it.
 */
export async function* parseCrossref(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  const tally = new ReadingTally();
  for await (const piece of readJsonAnswers(chunks, LISTS)) {
    const { where } = piece;
    if ("problem" in piece) {
      yield tally.refuse(where, `is no valid JSON: ${piece.problem}`);
      continue;
    }
    const isList = piece.kind === "document" && piece.counts.size > 0;
    if (isList && [...piece.counts.values()].some((count) => count > 0)) continue;
    const value = isJsonObject(piece.value) && "message" in piece.value ? piece.value.message : piece.value;
    const problem = isList ? "is an empty list" : problemOf(value);
    const work = problem === null ? readCrossrefWork(value, where) : { refused: problem };
    if ("refused" in work) yield tally.refuse(where, work.refused);
    else {
      tally.works += 1;
      yield* work.parsed;
      yield { kind: "listed", work: work.key };
    }
  }
  tally.end("works");
}

/** What stands where a work should, in words. */
function problemOf(value: unknown): string | null {
  if (typeof value === "string")
    return /^\s*<\?xml|^\s*<crossref/u.test(value)
      ? "is XML, not JSON; send that file by itself"
      : `is a text: ${value.slice(0, 80)}`;
  if (isJsonObject(value) && "agency" in value) return "says only which agency registered a DOI";
  if (Array.isArray(value)) return "is an error of Crossref";
  return null;
}
