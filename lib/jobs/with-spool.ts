import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { readLines } from "@/lib/import/lines";
import type { Placed } from "@/lib/import/record";

/**
 * Reads slow records to their end into a file of its own, then hands them over at the speed of the disk, and removes the
 * file whatever happens. So nothing is locked while services are waited for. `onRead` is told every thousand records.
 * @throws what the records, `onRead` and `use` throw.
 */
export async function withSpool<Result>(
  records: AsyncIterable<Placed>,
  onRead: (records: number) => void,
  use: (records: AsyncIterable<Placed>) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), "spokes-import-"));
  const file = path.join(folder, "records.jsonl");
  try {
    await pipeline(linesOf(records, onRead), createWriteStream(file, { mode: 0o600 }));
    return await use(readSpool(file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* linesOf(records: AsyncIterable<Placed>, onRead: (records: number) => void) {
  let read = 0;
  for await (const record of records) {
    yield `${JSON.stringify(record)}\n`;
    read += 1;
    if (read % 1000 === 0) onRead(read);
  }
}

async function* readSpool(file: string): AsyncGenerator<Placed> {
  for await (const { text } of readLines(createReadStream(file, "utf8"))) yield JSON.parse(text) as Placed;
}
