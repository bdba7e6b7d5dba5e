import { isJsonObject } from "./json";
import { readJsonAnswers } from "./json-answers";
import { jsonShape } from "./json-shape";
import { readMetadata, readPair, SOURCE } from "./opencitations-record";
import { ReadingTally } from "./reading-tally";
import type { Parsed } from "./record";

/** Whether the beginning of a text is that of citations or metadata of OpenCitations. */
export function detectOpenCitations(head: string): boolean {
  const shape = jsonShape(head);
  if (/^https?:\/\/(?:[\w.]*\.)?opencitations\.net\//u.test(shape.get("url") ?? "")) return true;
  if (shape.has("oci") || (shape.has("citing") && shape.has("cited") && shape.has("timespan"))) return true;
  const isMetadata =
    shape.has("author") && shape.has("title") && (shape.has("venue") || shape.has("source_title"));
  return isMetadata && (/\bomid:/u.test(shape.get("id") ?? "") || shape.has("citation_count"));
}

/**
 * Reads citations of the OpenCitations index, and works of its metadata. A file of citations of one work makes that
 * work a hub, and so does the one described work that comes with its citers; of any other citation the cited work need
 * not be a hub. Described works without citers are listed.
 * @throws UnreadableFileError when the text is no JSON, or nothing can be read from it.
 */
export async function* parseOpenCitations(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  const tally = new ReadingTally();
  const hubs = new HubFinder();
  for await (const piece of readJsonAnswers(chunks, [])) {
    const { where } = piece;
    if ("problem" in piece) yield tally.refuse(where, `is no valid JSON: ${piece.problem}`);
    else yield* readRecord(piece.value, where, tally, hubs);
  }
  yield* hubs.end();
  tally.end("citations or works");
}

function* readRecord(value: unknown, where: string, tally: ReadingTally, hubs: HubFinder): Generator<Parsed> {
  if (isJsonObject(value) && "head" in value && "results" in value)
    return void (yield tally.refuse(where, "is the answer to a SPARQL query, which names no citations"));
  if (isJsonObject(value) && "citing" in value) {
    const pair = readPair(value);
    if ("refused" in pair) return void (yield tally.refuse(where, pair.refused));
    tally.works += 1;
    hubs.addPair(pair.cited);
    yield* pair.parsed;
  } else {
    const work = readMetadata(value, where);
    if ("refused" in work) return void (yield tally.refuse(where, work.refused));
    tally.works += 1;
    yield* work.parsed;
    if (work.citers > 0) hubs.addDescribed(work.key, work.counted);
    else yield { kind: "listed", work: work.key };
  }
}

/** Finds out whether one work is what the whole file is about. */
class HubFinder {
  private cited: string | null = null;
  private pairs = 0;
  private readonly described = new Map<string, number | null>();

  addPair(cited: string): void {
    this.pairs += 1;
    if (this.pairs === 1) this.cited = cited;
    else if (this.cited !== cited) this.cited = null;
  }

  addDescribed(work: string, counted: number | null): void {
    this.described.set(work, counted);
  }

  *end(): Generator<Parsed> {
    const [only, ...others] = this.described;
    if (only && others.length === 0 && this.pairs === 0) {
      const [hub, count] = only;
      yield { kind: "hub", work: hub };
      if (count !== null && Number.isInteger(count) && count >= 0 && count < 2 ** 31)
        yield { kind: "reported_count", hub, axis: "citers", value: "citing papers", count, source: SOURCE };
    } else for (const work of this.described.keys()) yield { kind: "listed", work };
    if (this.pairs > 1 && this.cited !== null && this.described.size === 0)
      yield { kind: "hub", work: this.cited };
  }
}
