import { readLines } from "./lines";
import { isPithPage, PithReader } from "./pith-page";
import { listPageRecords } from "./pith-records";
import type { Parsed } from "./record";

/** Whether the beginning of a text is that of a saved Pith hub page. */
export function detectPithText(head: string): boolean {
  return isPithPage(head.split("\n"));
}

/**
 * Reads the saved text of one Pith hub page: the hub with its abstract and the counts that Pith reports, and each
 * citing paper of the explorer with its one-line summary. Summaries go in as they are, also those unfit to show.
 * @throws UnreadableFileError when the text names no hub or no citing papers.
 */
export async function* parsePithText(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  const reader = new PithReader();
  for await (const line of readLines(chunks)) reader.take(line);
  for (const parsed of listPageRecords(reader.page)) yield parsed;
}
