import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { importRun } from "@/db/schema/import-run";
import type { SourceOutcome } from "@/lib/import/report";
import { withStored } from "./keep-upload";
import { ImportStoppedError } from "./run-import";

/**
 * Keeps what services gave for an import as its upload, and what became of each service. `outcomes` are complete once
 * the bytes are read. @throws ImportStoppedError when the import was cancelled or is another worker's by then.
 */
export async function keepGathered(
  db: Db,
  gathered: {
    importRunId: number;
    holder: string;
    bytes: AsyncIterable<Uint8Array>;
    outcomes: readonly SourceOutcome[];
  },
): Promise<void> {
  const { importRunId, holder, bytes, outcomes } = gathered;
  await withStored(db, { bytes, maxMb: Number.POSITIVE_INFINITY }, async (stored) => {
    const kept = await db
      .update(importRun)
      .set({ ...stored, sources: [...outcomes] })
      .where(and(eq(importRun.id, importRunId), eq(importRun.leaseBy, holder)))
      .returning({ id: importRun.id });
    if (kept.length === 0) throw new ImportStoppedError("it is not ours any more");
  });
}
