import { ENTRY_WITHIN } from "./bibtex-segments";

/** A part of a value: text as it is written, or a word that may stand for one. */
export type Piece = { text: string } | { word: string };

export interface BibtexEntry {
  /** Lower case: `article`, `string`, `comment`. */
  type: string;
  /** What the file calls it; empty where it does not. */
  key: string;
  /** By lower-case name; of two with the same name the first counts. */
  fields: ReadonlyMap<string, readonly Piece[]>;
  /** False when its braces or quotation marks do not match, so that its values end where the next field begins. */
  sound: boolean;
  /** Counted from 0 at the start of the segment. */
  line: number;
}

const MOST_FIELDS = 500;
const LONGEST_VALUE = 200_000;

/** The entries of a segment: one, unless more begin on the lines of the first. */
export function readEntries(segment: string): BibtexEntry[] {
  const entries: BibtexEntry[] = [];
  let at = 0;
  let line = 0;
  for (;;) {
    const { entry, end } = readEntry(segment, at);
    entries.push({ ...entry, line });
    const next = segment.slice(end).search(ENTRY_WITHIN);
    if (next === -1) return entries;
    line += segment.slice(at, end + next).split("\n").length - 1;
    at = end + next;
  }
}

/** Read as BibTeX counts braces; else without those behind a backslash; else value by value, as the lines have it. */
function readEntry(segment: string, at: number): { entry: Omit<BibtexEntry, "line">; end: number } {
  for (const mode of ["all", "unescaped"] as const) {
    const reader = new EntryReader(segment, at, mode);
    const entry = reader.read();
    if (entry.sound) return { entry, end: reader.at };
  }
  const reader = new EntryReader(segment, at, "by-line");
  return { entry: { ...reader.read(), sound: false }, end: reader.at };
}

const BEGINNING = /@\s*([a-z]+)\s*([{(])/iuy;
const FIELD = /\s*(?:,\s*)?([^\s=,{}"#()%@]+)\s*=/uy;
const WORD = /[^\s,{}"#()%=]+/uy;
/** Where the next field begins, on a line of its own or behind a closing sign; or where the entry ends on its own line. */
const NEXT_FIELD =
  /(?:(?<!\s)[^\S\n]*\n\s*(?:,\s*)?|,(?<=[}"]\s*,)\s*)[a-z][\w-]*\s*=\s*["{\w]|(?<!\s)[^\S\n]*\n\s*[})]\s*$/iu;

class EntryReader {
  constructor(
    private readonly text: string,
    public at: number,
    private readonly mode: "all" | "unescaped" | "by-line",
  ) {}

  read(): Omit<BibtexEntry, "line"> {
    const [, type = "", opening] = this.match(BEGINNING) ?? [];
    const closing = opening === "(" ? ")" : "}";
    const fields = new Map<string, Piece[]>();
    const named = { type: type.toLowerCase(), fields };
    if (named.type === "comment" || named.type === "preamble")
      return { ...named, key: "", sound: this.skipGroup(closing) };
    const key = named.type === "string" ? "" : this.readKey();
    const sound = this.readFields(fields, closing);
    return { ...named, key, sound };
  }

  /** Passes over the rest of a group that is open; one that does not end is left where it begins. */
  private skipGroup(closing: string): boolean {
    const end = this.endOfGroup(closing);
    if (end !== -1) this.at = end + 1;
    return true;
  }

  private readKey(): string {
    const [written = "", key = ""] = this.match(/\s*([^,=\n{}"]*)/uy) ?? [];
    // Without a key the first field begins here.
    if (this.text.charAt(this.at) === "=") this.at -= written.length;
    else return key.trim();
    return "";
  }

  /** Reads fields up to the end of the entry; false when they do not end as they should. */
  private readFields(fields: Map<string, Piece[]>, closing: string): boolean {
    while (this.at < this.text.length) {
      this.match(/[\s,]+/uy);
      const sign = this.text.charAt(this.at);
      if (sign === "%") this.match(/[^\n]*/uy);
      else if (sign === closing || sign === "}") {
        this.at += 1;
        if (!this.fieldFollows()) return true;
        if (this.mode !== "by-line") return false;
      } else if (!this.readField(fields)) return false;
    }
    return false;
  }

  /** A closing sign with a field behind it closed too early. */
  private fieldFollows(): boolean {
    const ahead = this.text.slice(this.at, this.at + 200);
    return /^\s*,?\s*[a-z][\w-]*\s*=\s*["{\w]/iu.test(ahead);
  }

  private readField(fields: Map<string, Piece[]>): boolean {
    const [, name] = this.match(FIELD) ?? [];
    if (name === undefined) {
      // Stray signs between fields are passed over.
      this.at += 1;
      return true;
    }
    if (fields.size >= MOST_FIELDS) return false;
    const pieces: Piece[] = [];
    do {
      this.match(/[\s#]+/uy);
      const piece = this.readPiece();
      if (piece === null) return false;
      if (piece) pieces.push(piece);
    } while (this.match(/\s*#/uy));
    const lower = name.toLowerCase();
    if (!fields.has(lower)) fields.set(lower, pieces);
    return true;
  }

  /** Null when a group or a quotation does not end; undefined where no value is. */
  private readPiece(): Piece | null | undefined {
    const sign = this.text.charAt(this.at);
    if (sign !== "{" && sign !== '"') {
      const [word] = this.match(WORD) ?? [];
      return word === undefined ? undefined : { word };
    }
    this.at += 1;
    const end = this.endOfGroup(sign === "{" ? "}" : '"');
    if (this.mode === "by-line") return this.readByLine(end);
    if (end === -1) return null;
    const text = this.text.slice(this.at, end);
    this.at = end + 1;
    return { text };
  }

  /** Up to the closing sign, or to the end of the line after which the next field begins. */
  private readByLine(end: number): Piece {
    const ahead = this.text.slice(this.at, this.at + LONGEST_VALUE);
    const next = ahead.search(NEXT_FIELD);
    const isWithin = end !== -1 && (next === -1 || end - this.at <= next);
    const length = isWithin ? end - this.at : next === -1 ? ahead.length : next;
    const text = ahead.slice(0, length);
    this.at += isWithin ? length + 1 : length;
    return { text: isWithin ? text : text.replace(/(?<![\s,}")])[\s,}")]+$/u, "") };
  }

  /** Where the sign stands that closes what is open here, at the depth of its braces; -1 when nowhere. */
  private endOfGroup(closing: string): number {
    const limit =
      this.mode === "by-line" ? Math.min(this.text.length, this.at + LONGEST_VALUE) : this.text.length;
    let depth = 0;
    for (let at = this.at; at < limit; at += 1) {
      const sign = this.text.charAt(at);
      if (sign === "\\" && this.mode === "unescaped") at += 1;
      else if (sign === closing && depth <= 0) return at;
      else if (sign === "{") depth += 1;
      else if (sign === "}") depth -= 1;
    }
    return -1;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }
}
