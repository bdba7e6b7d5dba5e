import type { Connection } from "@/db/client";
import { runImport } from "@/db/commands/import/run-import";
import type { Placed } from "@/lib/import/record";

/** Records as a parser would yield them. */
export async function* recordStream(records: readonly Placed[]) {
  yield* records;
}

/** Imports records that a test made up, as if a file had held them. */
export function takeRecords(
  connection: Connection,
  records: readonly Placed[],
  options: { chunkSize?: number; hubSlug?: string; decidedIn?: number } = {},
) {
  return runImport(connection, {
    fileName: "made-up.jsonl",
    format: "spokes",
    records: recordStream(records),
    ...options,
  });
}
