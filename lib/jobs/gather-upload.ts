import type { Db } from "@/db/client";
import { keepGathered } from "@/db/commands/import/keep-gathered";
import { getImport } from "@/db/queries/import-runs";
import { UserError } from "@/lib/errors";
import type { ImportProgress } from "@/lib/import/progress";
import { type Placed, UnreadableFileError } from "@/lib/import/record";
import { gatherHub } from "@/lib/sources/gather-hub";
import type { Services } from "@/lib/sources/services";
import { gatheredLines } from "./gathered-lines";

/** So many records are gathered between two looks at whether the import was cancelled. */
const SHOWN_EVERY = 20;

/**
 * Asks the open services for the work of an import that has nothing yet, and keeps all that they give as its upload,
 * so that preview and run see the same. An import of a file is left alone.
 * @throws UserError in one line when no service gives the work.
 */
export async function gatherUpload(
  db: Db,
  lease: { importRunId: number; holder: string },
  services: Services,
  onProgress: (progress: ImportProgress) => void,
): Promise<void> {
  const run = await getImport(db, lease.importRunId);
  const gather = run?.choices.gather;
  if (!gather || run.uploadId !== null) return;
  const { records, outcomes } = gatherHub(gather.id, services, { mostCiters: gather.mostCiters });
  const bytes = encoded(counted(records, onProgress));
  try {
    await keepGathered(db, { ...lease, bytes, outcomes });
  } catch (error) {
    if (error instanceof UnreadableFileError) throw new UserError(error.message, { cause: error });
    throw error;
  }
}

async function* counted(
  records: AsyncIterable<Placed>,
  onProgress: (progress: ImportProgress) => void,
): AsyncGenerator<Placed> {
  let done = 0;
  for await (const record of records) {
    yield record;
    done += 1;
    if (done % SHOWN_EVERY === 1) onProgress({ phase: "gathering", done, total: null });
  }
}

async function* encoded(records: AsyncIterable<Placed>): AsyncGenerator<Uint8Array> {
  for await (const line of gatheredLines(records)) yield Buffer.from(line);
}
