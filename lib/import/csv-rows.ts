import { parse } from "csv-parse/sync";
import { type Line, readLines } from "./lines";

export interface CsvRow {
  /** The line on which it begins, counted from 1. */
  line: number;
  /** Null when the row cannot be taken apart. */
  cells: string[] | null;
}

/** A quotation that is not closed within so much does not go on over the lines: it is a stray mark. */
const LONGEST_QUOTATION = { characters: 1024 * 1024, lines: 2000 };
const MOST_CELLS = 1000;

/**
 * The rows of a table after the line of its names. Quoted cells may go on over lines; a quotation mark that nothing
 * closes costs its own row alone. Empty rows are left out.
 * @throws UnreadableFileError at a line that is too long.
 */
export async function* readRows(
  chunks: AsyncIterable<string>,
  { delimiter, headerLine }: { delimiter: string; headerLine: number },
): AsyncGenerator<CsvRow> {
  let held: Line[] = [];
  let length = 0;
  let marks = 0;
  for await (const line of readLines(chunks)) {
    if (line.number <= headerLine) continue;
    held.push(line);
    length += line.text.length;
    marks += line.text.split('"').length - 1;
    if (marks % 2 === 0) {
      yield* takeApart(held, delimiter);
      held = [];
    } else if (held.length > LONGEST_QUOTATION.lines || length > LONGEST_QUOTATION.characters) {
      yield* held.flatMap((one) => takeApart([one], delimiter));
      held = [];
    }
    if (held.length === 0) {
      length = 0;
      marks = 0;
    }
  }
  yield* held.flatMap((one) => takeApart([one], delimiter));
}

function takeApart(lines: readonly Line[], delimiter: string): CsvRow[] {
  const [first] = lines;
  const text = lines.map((line) => line.text).join("\n");
  if (!first || text.trim() === "") return [];
  const line = first.number;
  if (text.split(delimiter, MOST_CELLS + 2).length > MOST_CELLS + 1 && lines.length === 1)
    return [{ line, cells: null }];
  try {
    const rows: string[][] = parse(text, { delimiter, relax_quotes: true, relax_column_count: true });
    return rows.flatMap((cells) => (cells.every((cell) => cell.trim() === "") ? [] : [{ line, cells }]));
  } catch {
    // The only thing that is refused under these settings is a quotation that does not end, in one of the lines.
    return lines.length > 1 ? lines.flatMap((one) => takeApart([one], delimiter)) : [{ line, cells: null }];
  }
}
