import { withThousands } from "@/lib/citation/count";
import { isJsonObject, type JsonObject } from "./json";
import { readJsonAnswers } from "./json-answers";
import type { JsonDocument, JsonItem } from "./json-document";
import { jsonShape } from "./json-shape";
import { LISTED_OF } from "./place-listed";
import { ReadingTally } from "./reading-tally";
import type { Parsed } from "./record";
import { quote, warning } from "./remark";
import { Answer, Tie } from "./semantic-scholar-schema";
import { readTie } from "./semantic-scholar-tie";
import { readPaper, SOURCE } from "./semantic-scholar-work";
import { readEntry, type WorkReading } from "./spokes-work";
import { localKey } from "./work-key";

const LISTS = ["data", "citations", "references"];

/** What only Semantic Scholar's objects hold, and the answers that hold nothing but an error or an empty page. */
const TELLING = ["paperId", "citingPaper", "citedPaper"].flatMap((name) => [name, `data[].${name}`]);
const BARE_ANSWERS = [["error"], ["message", "code"], ["total", "offset"], ["offset", "data"]];

/** Whether the beginning of a text is that of answers of the Semantic Scholar Graph API. */
export function detectSemanticScholar(head: string): boolean {
  const shape = jsonShape(head);
  if (/^https:\/\/api\.semanticscholar\.org\/graph\//.test(shape.get("url") ?? "")) return true;
  if (TELLING.some((path) => shape.has(path)) || shape.has("data[].snippet")) return true;
  return BARE_ANSWERS.some((keys) => shape.size === keys.length && keys.every((key) => shape.has(key)));
}

/**
 * Reads papers with the lists of their citations and references, pages of such lists, and results of a search. The one
 * paper of a file that comes with its citations is a hub; pages of citations and of references do not name the work
 * that they belong to (`LISTED_OF`); any other paper is listed.
 * @throws UnreadableFileError when the text is no JSON, or no paper can be read from it.
 */
export async function* parseSemanticScholar(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  const reader = new GraphReader();
  for await (const piece of readJsonAnswers(chunks, LISTS)) {
    if ("problem" in piece) yield reader.tally.refuse(piece.where, `is no valid JSON: ${piece.problem}`);
    else yield* piece.kind === "item" ? reader.readItem(piece) : reader.readDocument(piece);
  }
  yield* reader.end();
}

type Item = Extract<JsonItem, { value: unknown }>;
type Document = Extract<JsonDocument, { value: unknown }>;

class GraphReader {
  readonly tally = new ReadingTally();
  /** The papers that came with their citations, by their keys. */
  private readonly cited: string[] = [];
  /** Citations by papers without an identifier, which are known again only beside the hub that they cite. */
  private readonly unnamed: { hub: string; citing: string }[] = [];
  private document = 1;

  *readItem({ list, where, value }: Item): Generator<Parsed> {
    const document = localKey(`paper ${this.document}`);
    if (list === "citations") yield* this.readCiting(value, { hub: document, where, ifHub: true });
    else if (list === "references") yield* this.readCited(value, { citing: document, where });
    else yield* this.readRow(value, where);
  }

  *readDocument({ where, value, counts }: Document): Generator<Parsed> {
    const key = localKey(`paper ${this.document}`);
    this.document += 1;
    if (isJsonObject(value) && !("paperId" in value) && !("title" in value)) {
      if ("citingPaper" in value || "citedPaper" in value) yield* this.readRow(value, where);
      else yield* this.readPage(value, where, counts);
      return;
    }
    const hasLists = counts.size > 0;
    const paper = readPaper(value, where, hasLists ? key : undefined);
    if ("refused" in paper) return void (yield this.tally.refuse(where, paper.refused));
    yield* paper.parsed;
    this.tally.works += 1;
    const citers = counts.get("citations") ?? 0;
    if (citers === 0) yield { kind: "listed", work: paper.key };
    else {
      this.cited.push(paper.key);
      yield* this.countCiters(paper.key, citers, paper.parsed, where);
    }
  }

  *end(): Generator<Parsed> {
    const [only, ...others] = this.cited;
    if (only !== undefined && others.length === 0) {
      yield { kind: "hub", work: only };
      for (const citation of this.unnamed) yield { kind: "citation", ...citation };
    } else for (const work of this.cited) yield { kind: "listed", work };
    this.tally.end("papers");
  }

  /** A row of a page: what cites, what is cited, or what was found. */
  private *readRow(value: unknown, where: string): Generator<Parsed> {
    if (!isJsonObject(value)) return void (yield this.tally.refuse(where, "is no object"));
    if ("citingPaper" in value) yield* this.readCiting(value, { hub: LISTED_OF, where });
    else if ("citedPaper" in value) yield* this.readCited(value, { citing: LISTED_OF, where });
    else if ("snippet" in value)
      yield this.tally.refuse(where, "is a passage that a search found, not a citation");
    else yield* this.list(readPaper(value, where), where);
  }

  /** A paper that cites the hub, alone or in a row that says how. */
  private *readCiting(
    value: unknown,
    { hub, where, ifHub }: { hub: string; where: string; ifHub?: true },
  ): Generator<Parsed> {
    const isRow = isJsonObject(value) && "citingPaper" in value;
    const paper = readPaper(isRow ? value.citingPaper : value, where);
    const tie = readEntry(Tie, value);
    if ("refused" in tie) return void (yield this.tally.refuse(where, tie.refused));
    yield* this.list(paper, where, hub === LISTED_OF);
    if ("refused" in paper) return;
    if (ifHub && paper.key === localKey(where)) this.unnamed.push({ hub, citing: paper.key });
    yield* readTie(tie.value, { hub, citing: paper.key, ifHub }, where);
  }

  /** A paper that the citing one cites. */
  private *readCited(
    value: unknown,
    { citing, where }: { citing: string; where: string },
  ): Generator<Parsed> {
    const isRow = isJsonObject(value) && "citedPaper" in value;
    const paper = readPaper(isRow ? value.citedPaper : value, where);
    const tie = readEntry(Tie, value);
    if ("refused" in tie) return void (yield this.tally.refuse(where, tie.refused));
    yield* this.list(paper, where, citing === LISTED_OF);
    if ("refused" in paper) return;
    if (citing !== LISTED_OF) yield { kind: "reference", citing, cited: paper.key };
    yield* readTie(tie.value, { hub: paper.key, citing, ifHub: true }, where);
  }

  private *list(paper: WorkReading, where: string, isListed = true): Generator<Parsed> {
    if ("refused" in paper) return void (yield this.tally.refuse(where, paper.refused));
    yield* paper.parsed;
    this.tally.works += 1;
    if (isListed) yield { kind: "listed", work: paper.key };
  }

  private *readPage(
    value: JsonObject,
    where: string,
    counts: ReadonlyMap<string, number>,
  ): Generator<Parsed> {
    const answer = readEntry(Answer, value);
    const said = "value" in answer ? answer.value.error || answer.value.message : answer.refused;
    if (said) yield this.tally.refuse(where, `is an error of Semantic Scholar: ${quote(said)}`);
    else if ("data" in value && !counts.has("data"))
      yield this.tally.refuse(where, "holds no list: Semantic Scholar may not pass it on");
    else if ((counts.get("data") ?? 0) === 0) yield this.tally.refuse(where, "is an empty page");
  }

  private *countCiters(
    hub: string,
    listed: number,
    paper: readonly Parsed[],
    where: string,
  ): Generator<Parsed> {
    const work = paper.find((parsed) => parsed.kind === "work");
    const count = work?.fields.citedByCount;
    if (count === undefined) return;
    yield { kind: "reported_count", hub, axis: "citers", value: "citing papers", count, source: SOURCE };
    if (count !== listed)
      yield warning(
        where,
        `Semantic Scholar counts ${withThousands(count)} citing papers, and the file lists ${withThousands(listed)} of them.`,
      );
  }
}
