import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Placed } from "@/lib/import/record";
import { gatheredLines, readGathered } from "./gathered-lines";

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
    await pipeline(gatheredLines(counted(records, onRead)), createWriteStream(file, { mode: 0o600 }));
    return await use(readGathered(createReadStream(file)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* counted(records: AsyncIterable<Placed>, onRead: (records: number) => void) {
  let read = 0;
  for await (const record of records) {
    yield record;
    read += 1;
    if (read % 1000 === 0) onRead(read);
  }
}
