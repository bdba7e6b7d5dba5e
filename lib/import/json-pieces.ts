import type { JsonReading } from "./json";
import { GrowingDocument, type JsonPiece } from "./json-document";
import { isJsonSpace, JsonValueReader } from "./json-value";
import { UnreadableFileError } from "./record";

/**
 * Reads JSON of any size piece by piece. Of each document the lists named in `lists` come element by element, all
 * else as one value; one element is held at a time.
 * @throws UnreadableFileError when brackets, colons and commas do not fit, when the text ends too early, and when one
 * element is too large or too deep; pieces may have been yielded by then. An element that is spoilt only within its
 * brackets is yielded with its problem.
 */
export async function* readJsonPieces(
  chunks: AsyncIterable<string>,
  lists: ReadonlySet<string>,
): AsyncGenerator<JsonPiece> {
  const reader = new PieceReader(lists);
  for await (const chunk of chunks) yield* reader.take(chunk);
  yield* reader.end();
}

/** A list or an object that is read member by member. */
interface Open {
  kind: "list" | "object";
  /** Its path in the document: empty for the document itself and for the list of all documents. */
  path: string;
  expects: "key" | "colon" | "value" | "comma";
  isEmpty: boolean;
  key: string;
  members: Record<string, unknown>;
}

const BYTE_ORDER_MARK = 0xfeff;

class PieceReader {
  /** The paths of objects on the way to a list. */
  private readonly ways: ReadonlySet<string>;
  private readonly open: Open[] = [];
  private value: JsonValueReader | null = null;
  private documents = 0;
  private document = new GrowingDocument("entry 1");
  private taken = 0;

  constructor(private readonly lists: ReadonlySet<string>) {
    const steps = [...lists].flatMap((list) => list.split(".").map((_, n, all) => all.slice(0, n).join(".")));
    this.ways = new Set(["", ...steps]);
  }

  *take(chunk: string): Generator<JsonPiece> {
    for (let at = 0; at < chunk.length; ) {
      const code = chunk.charCodeAt(at);
      if (this.value) {
        const after = this.value.take(chunk, at);
        if (after === null) break;
        at = after;
        yield* this.settle(this.value);
      } else if (isJsonSpace(code) || (code === BYTE_ORDER_MARK && this.taken + at === 0)) at += 1;
      else if (this.takeSign(chunk.charAt(at))) at += 1;
      else if (chunk.charAt(at) === "}" && this.mayClose("object")) {
        yield* this.closeObject();
        at += 1;
      } else this.value = this.beginValue(chunk.charAt(at), this.taken + at);
    }
    this.taken += chunk.length;
  }

  *end(): Generator<JsonPiece> {
    if (this.value?.mayEnd && this.open.length === 0) yield* this.settle(this.value);
    if (this.value || this.open.length > 0)
      throw new UnreadableFileError(
        `The JSON ends too early, at ${this.nameOfNext()}: the file is not complete.`,
      );
  }

  /** Takes a sign that opens, parts or closes what is read member by member; false when it is another one. */
  private takeSign(sign: string): boolean {
    const place = this.open.at(-1);
    if (sign === "{" && this.mayOpenObject(place)) this.push("object");
    else if (sign === "[" && this.mayOpenList(place)) this.push("list");
    else if (sign === ":" && place?.expects === "colon") place.expects = "value";
    else if (sign === "," && place?.expects === "comma")
      place.expects = place.kind === "object" ? "key" : "value";
    else if (sign === "]" && this.mayClose("list")) {
      this.open.pop();
      this.goOn();
    } else return false;
    return true;
  }

  private mayOpenObject(place: Open | undefined): boolean {
    const isItem = place?.kind === "list" && place.path !== "";
    return (!place || place.expects === "value") && !isItem && this.ways.has(this.pathOfNext());
  }

  private mayOpenList(place: Open | undefined): boolean {
    return (
      !place || (place.kind === "object" && place.expects === "value" && this.lists.has(this.pathOfNext()))
    );
  }

  private mayClose(kind: Open["kind"]): boolean {
    const place = this.open.at(-1);
    return place?.kind === kind && (place.expects === "comma" || place.isEmpty);
  }

  private push(kind: Open["kind"]): void {
    const expects = kind === "object" ? "key" : "value";
    const members = Object.create(null);
    const path = this.pathOfNext();
    if (kind === "list" && path !== "") this.document.beginList(path);
    this.open.push({ kind, path, expects, isEmpty: true, key: "", members });
  }

  private *closeObject(): Generator<JsonPiece> {
    const closed = this.open.pop();
    if (!closed) return;
    if (closed.path === "") yield this.finish({ value: closed.members });
    else {
      const around = this.open.at(-1);
      if (around) around.members[around.key] = closed.members;
    }
    this.goOn();
  }

  /** A member of what is open now is complete. */
  private goOn(): void {
    const place = this.open.at(-1);
    if (!place) return;
    place.expects = "comma";
    place.isEmpty = false;
  }

  private beginValue(sign: string, at: number): JsonValueReader {
    const expects = this.open.at(-1)?.expects ?? "value";
    const begins = expects === "key" ? sign === '"' : expects === "value" && !/[\]}:,]/.test(sign);
    if (begins) return new JsonValueReader(this.nameOfNext());
    throw new UnreadableFileError(
      `The file is no valid JSON: the sign ${JSON.stringify(sign)} at character ${at + 1} (${this.nameOfNext()}) does not belong there.`,
    );
  }

  private *settle(value: JsonValueReader): Generator<JsonPiece> {
    const place = this.open.at(-1);
    const reading = value.read();
    const where = this.nameOfNext();
    this.value = null;
    if (!place && "problem" in reading)
      throw new UnreadableFileError(`The file is no valid JSON: ${reading.problem}`);
    if (!place || (place.kind === "list" && place.path === "")) yield this.finish(reading);
    else if (place.kind === "list") {
      this.document.addItem(place.path);
      yield { kind: "item", list: place.path, where, ...reading };
    } else if (place.expects === "key") {
      place.key = "value" in reading ? String(reading.value) : "";
      place.expects = "colon";
      return;
    } else {
      this.document.addMember(place.key, reading, value.length);
      if ("value" in reading) place.members[place.key] = reading.value;
    }
    this.goOn();
  }

  private finish(reading: JsonReading): JsonPiece {
    const finished = this.document.finish(reading);
    this.documents += 1;
    this.document = new GrowingDocument(`entry ${this.documents + 1}`);
    return finished;
  }

  private pathOfNext(): string {
    const place = this.open.at(-1);
    if (!place || place.kind === "list") return place?.path ?? "";
    return place.path === "" ? place.key : `${place.path}.${place.key}`;
  }

  /** What is read now, for messages: "entry 1, results[3]". */
  private nameOfNext(): string {
    const place = this.open.at(-1);
    if (!place || place.path + place.key === "") return this.document.where;
    const path = this.pathOfNext();
    return `${this.document.where}, ${place.kind === "list" ? `${path}[${this.document.itemsOf(path)}]` : path}`;
  }
}
