import { withThousands } from "@/lib/citation/count";
import type { JsonReading } from "./json";
import { JSON_LIMITS } from "./json-value";
import { UnreadableFileError } from "./record";

/** An element of a list that is read one by one: `list` is its path in the document, as in "message.items". */
export type JsonItem = { kind: "item"; list: string; where: string } & JsonReading;

/**
 * A document of the file, after the items of its lists: the only value, one of several lines, or a member of the list
 * that the file is. Its value is without the lists; `counts` says how many items each of them had.
 */
export type JsonDocument = {
  kind: "document";
  where: string;
  counts: ReadonlyMap<string, number>;
} & JsonReading;

export type JsonPiece = JsonItem | JsonDocument;

/** How many members of a document are kept beside its lists; no service has a hundred. */
const MEMBERS = 10_000;

/** A document while it is read. */
export class GrowingDocument {
  readonly counts = new Map<string, number>();
  private problem: string | null = null;
  private members = 0;
  private characters = 0;

  /** `where` is its place in the file: "entry 3". */
  constructor(readonly where: string) {}

  addItem(list: string): void {
    this.counts.set(list, this.itemsOf(list) + 1);
  }

  beginList(list: string): void {
    this.counts.set(list, this.itemsOf(list));
  }

  itemsOf(list: string): number {
    return this.counts.get(list) ?? 0;
  }

  /**
   * Takes account of a member beside the lists, of so many characters.
   * @throws UnreadableFileError when there are too many of them, or they are too long together.
   */
  addMember(key: string, reading: JsonReading, characters: number): void {
    if ("problem" in reading) this.problem ??= `${key}: ${reading.problem}`;
    this.members += 1;
    this.characters += key.length + characters;
    if (this.members <= MEMBERS && this.characters <= JSON_LIMITS.characters) return;
    throw new UnreadableFileError(
      `The JSON cannot be read: ${this.where} has more than ${withThousands(MEMBERS)} members, or too long ones, beside its lists.`,
    );
  }

  /** The document as it was read, unless one of its members is spoilt. */
  finish(reading: JsonReading): JsonDocument {
    const { where, counts, problem } = this;
    return { kind: "document", where, counts, ...(problem === null ? reading : { problem }) };
  }
}
