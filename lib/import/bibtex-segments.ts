import { readLines } from "./lines";

/** A stretch of a BibTeX file from the line on which an entry begins up to the next such line. */
export interface Segment {
  line: number;
  /** Null when it is too long to be read. */
  text: string | null;
}

/** How an entry begins on a line of its own; after a brace that was forgotten, too, nothing else looks like it. */
const ENTRY_LINE = /^\s*@\s*[a-z]+\s*[{(]/iu;
/** How an entry begins behind something else on its line: with a key, so that an e-mail address is none; no remark. */
export const ENTRY_WITHIN = /(?<!%[^\n]{0,200})@\s*[a-z]+\s*[{(]\s*[^\s,{}()="@]+\s*,/giu;

/** In characters. */
const LONGEST_SEGMENT = 4 * 1024 * 1024;

/**
 * Takes a BibTeX file apart at the lines on which entries begin, so that an entry whose braces do not match spoils
 * no other. What stands before the first one is left out.
 * @throws UnreadableFileError at a line that is too long.
 */
export async function* readSegments(chunks: AsyncIterable<string>): AsyncGenerator<Segment> {
  let lines: string[] = [];
  let line = 0;
  let length = 0;
  const finish = (): Segment => ({ line, text: length > LONGEST_SEGMENT ? null : lines.join("\n") });
  for await (const { number, text } of readLines(chunks)) {
    const begins = beginningIn(text, line === 0);
    if (begins === -1) {
      if (line === 0) continue;
      length += text.length + 1;
      if (length > LONGEST_SEGMENT) lines = [];
      else lines.push(text);
      continue;
    }
    if (line > 0) yield finish();
    line = number;
    lines = [text.slice(begins)];
    length = text.length;
  }
  if (line > 0) yield finish();
}

function beginningIn(line: string, isFirst: boolean): number {
  if (ENTRY_LINE.test(line)) return 0;
  return isFirst && line.includes("@") ? line.search(ENTRY_WITHIN) : -1;
}
