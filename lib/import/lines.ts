import { UnreadableFileError } from "./record";

export interface Line {
  /** Counted from 1. */
  number: number;
  text: string;
}

const MEBI = 1024 * 1024;
/** The longest line that is read, in characters. */
const LINE_LIMIT = 16 * MEBI;

/**
 * The lines of a text that comes in chunks, without LF or CRLF; the last one need not end with either. Holds one line
 * at a time, and takes time in proportion to the text however small the chunks are.
 * @throws UnreadableFileError naming the line when one is longer than `limit` characters.
 */
export async function* readLines(chunks: AsyncIterable<string>, limit = LINE_LIMIT): AsyncGenerator<Line> {
  let number = 1;
  let pieces: string[] = [];
  let pending = 0;
  const line = (end: string): Line => {
    if (pending + end.length > limit) throw tooLong(number, limit);
    const text = pending === 0 ? end : pieces.join("") + end;
    pieces = [];
    pending = 0;
    return { number: number++, text: text.endsWith("\r") ? text.slice(0, -1) : text };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf("\n"); to !== -1; to = chunk.indexOf("\n", from)) {
      yield line(chunk.slice(from, to));
      from = to + 1;
    }
    if (from === chunk.length) continue;
    pieces.push(from === 0 ? chunk : chunk.slice(from));
    pending += chunk.length - from;
    if (pending > limit) throw tooLong(number, limit);
  }
  if (pending > 0) yield line("");
}

function tooLong(number: number, limit: number): UnreadableFileError {
  const size = limit >= MEBI ? `${limit / MEBI} Mi` : `${limit} `;
  return new UnreadableFileError(`Line ${number} is longer than ${size.trim()} characters.`);
}
