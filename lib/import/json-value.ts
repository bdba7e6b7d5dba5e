import { withThousands } from "@/lib/citation/count";
import { type JsonReading, readJson } from "./json";
import { UnreadableFileError } from "./record";

const MEBI = 1024 * 1024;

/** What one value may hold before the file is refused: far more than any service sends. */
export const JSON_LIMITS = { characters: 8 * MEBI, values: 1_000_000, depth: 64 };

const TOO_MUCH = {
  characters: `is longer than ${JSON_LIMITS.characters / MEBI} Mi characters`,
  values: `holds more than ${withThousands(JSON_LIMITS.values)} values`,
  depth: `lies more than ${JSON_LIMITS.depth} brackets deep`,
} as const;

const QUOTE = 34;
const COMMA = 44;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Finds the end of one JSON value in a text that comes in chunks, and counts what it holds before it is parsed. */
export class JsonValueReader {
  private readonly pieces: string[] = [];
  /** How many characters were taken. */
  length = 0;
  private values = 1;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private started = false;

  /** `where` names the value in the message of a refusal: "results[3]". */
  constructor(private readonly where: string) {}

  /**
   * Takes the value's characters from `from` on and says where in `chunk` they end; null when the value goes on.
   * @throws UnreadableFileError when it holds more than the limits allow.
   */
  take(chunk: string, from: number): number | null {
    // A chunk may be as large as the file: only what may still belong to the value is looked at.
    const end = Math.min(chunk.length, from + JSON_LIMITS.characters - this.length + 1);
    for (let at = from; at < end; at++) {
      const after = this.step(chunk.charCodeAt(at), at);
      if (after === null) continue;
      this.keep(chunk.slice(from, after));
      return after;
    }
    this.keep(chunk.slice(from, end));
    return null;
  }

  /** The place after the value when this character ends it. */
  private step(code: number, at: number): number | null {
    if (this.inString) return this.stepInString(code, at);
    if (code === QUOTE) {
      this.inString = true;
      this.started = true;
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      this.started = true;
      this.depth += 1;
      this.count(1);
      if (this.depth > JSON_LIMITS.depth) this.refuse("depth");
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
      if (this.depth === 0) return at;
      this.depth -= 1;
      if (this.depth === 0) return at + 1;
    } else if (code === COMMA) {
      if (this.depth === 0) return at;
      this.count(1);
    } else if (this.depth === 0) {
      if (this.started && isJsonSpace(code)) return at;
      this.started = true;
    }
    return null;
  }

  private stepInString(code: number, at: number): number | null {
    if (this.escaped) this.escaped = false;
    else if (code === BACKSLASH) this.escaped = true;
    else if (code === QUOTE) {
      this.inString = false;
      if (this.depth === 0) return at + 1;
    }
    return null;
  }

  private count(more: number): void {
    this.values += more;
    if (this.values > JSON_LIMITS.values) this.refuse("values");
  }

  private keep(piece: string): void {
    this.length += piece.length;
    if (this.length > JSON_LIMITS.characters) this.refuse("characters");
    this.pieces.push(piece);
  }

  private refuse(what: keyof typeof JSON_LIMITS): never {
    throw new UnreadableFileError(`The JSON cannot be read: ${this.where} ${TOO_MUCH[what]}.`);
  }

  /** True while the value may end where the file ends, as a bare number may. */
  get mayEnd(): boolean {
    return this.depth === 0 && !this.inString;
  }

  /** The value that was taken. */
  read(): JsonReading {
    return readJson(this.pieces.join(""));
  }
}

/** The four characters that JSON allows between its values. */
export const isJsonSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;
