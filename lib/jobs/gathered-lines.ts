import { decodeText } from "@/lib/import/decode";
import { readLines } from "@/lib/import/lines";
import type { Placed } from "@/lib/import/record";

/** Records as lines of JSON, so that they can be kept and read again. */
export async function* gatheredLines(records: AsyncIterable<Placed>): AsyncGenerator<string> {
  for await (const record of records) yield `${JSON.stringify(record)}\n`;
}

/** The records of such lines; what is kept was written by `gatheredLines`. */
export async function* readGathered(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Placed> {
  for await (const { text } of readLines(decodeText(bytes))) yield JSON.parse(text) as Placed;
}
