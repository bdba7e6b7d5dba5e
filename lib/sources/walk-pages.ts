import { SourceFailure } from "./source-failure";

/** One page of a list: its rows, and what to ask the next one by. */
export interface Page {
  rows: readonly unknown[];
  next: string | null;
}

/** A list may have a few empty pages in its middle, where a service leaves out what it may not pass on. */
const EMPTY_PAGES = 3;

/**
 * The rows of a list, page after page, with their numbers from 0; at most `ceiling` of them. It ends also when the list
 * does not: at a page that comes again, and after pages without rows.
 * @throws SourceFailure then, and as `getPage` does; rows may have been yielded by then.
 */
export async function* walkPages(
  getPage: (token: string) => Promise<Page>,
  first: string,
  ceiling: number,
): AsyncGenerator<{ row: unknown; index: number }> {
  const asked = new Set<string>();
  let before = "";
  let empty = 0;
  let index = 0;
  for (let token: string | null = first; token !== null && index < ceiling; ) {
    if (asked.has(token)) throw new SourceFailure("sends the same page again and again");
    asked.add(token);
    const { rows, next }: Page = await getPage(token);
    const face = JSON.stringify([rows.length, rows[0], rows.at(-1)]);
    if (rows.length > 0 && face === before) throw new SourceFailure("sends the same page again and again");
    before = face;
    empty = rows.length === 0 ? empty + 1 : 0;
    if (empty > EMPTY_PAGES) throw new SourceFailure("sends one empty page after the other");
    for (const row of rows) {
      if (index >= ceiling) return;
      yield { row, index };
      index += 1;
    }
    token = next;
  }
}
