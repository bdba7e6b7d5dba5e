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
 * @param stop ends it, also while a service says nothing.
 * @throws UserError in one line when no service gives the work; the reason of `stop` when it is aborted.
 */
export async function gatherUpload(
  db: Db,
  lease: { importRunId: number; holder: string },
  services: Services,
  onProgress: (progress: ImportProgress) => void,
  stop: AbortSignal,
): Promise<void> {
  const run = await getImport(db, lease.importRunId);
  const gather = run?.choices.gather;
  if (!gather || run.uploadId !== null) return;
  const { records, outcomes } = gatherHub(gather.id, services, { mostCiters: gather.mostCiters });
  const bytes = encoded(counted(untilStopped(records, stop), onProgress));
  try {
    await keepGathered(db, { ...lease, bytes, outcomes });
  } catch (error) {
    if (error instanceof UnreadableFileError) throw new UserError(error.message, { cause: error });
    throw error;
  }
}

/** A service that hangs is waited for through several attempts of a minute; nobody who cancels should be. */
async function* untilStopped<Item>(records: AsyncGenerator<Item>, stop: AbortSignal): AsyncGenerator<Item> {
  const stopped = new Promise<never>((_, reject) => {
    if (stop.aborted) reject(stop.reason);
    stop.addEventListener("abort", () => reject(stop.reason), { once: true });
  });
  // Who waits for a record is told; nobody else needs to be.
  stopped.catch(() => undefined);
  try {
    for (;;) {
      const next = await Promise.race([records.next(), stopped]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Not waited for: it ends when the service has been given up.
    records.return(undefined).catch(() => undefined);
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
