import type { Pool } from "pg";
import { withConnection } from "@/db/client";
import { previewImport, runImport } from "@/db/commands/import/run-import";
import { UserError } from "@/lib/errors";
import type { ImportProgress } from "@/lib/import/progress";
import { UnreadableFileError } from "@/lib/import/record";
import type { ImportReport } from "@/lib/import/report";
import { identifierKey } from "@/lib/import/work-key";
import { gatherHub } from "@/lib/sources/gather-hub";
import type { Services } from "@/lib/sources/services";
import { parseWorkId, WORK_ID_FORMS } from "@/lib/sources/work-id";
import { withSpool } from "./with-spool";

export interface ImportHubOptions {
  /** The hub that the work is, or is to become. */
  hubSlug?: string;
  /** How many citers are taken from each service at most. */
  mostCiters?: number;
  /** Report only, keep nothing. */
  dryRun?: boolean;
  onProgress?: (progress: ImportProgress) => void;
}

/**
 * Reads what names a work.
 * @throws UserError in one line that says how one may be named.
 */
export function readWorkId(text: string) {
  const id = parseWorkId(text);
  if (id) return id;
  throw new UserError(`${JSON.stringify(text)} names no work: give ${WORK_ID_FORMS}.`);
}

/**
 * Gathers a hub from the open services and imports it.
 * @throws UserError in one line when no service gives the work; then nothing was written.
 */
export async function importHub(
  pool: Pool,
  id: ReturnType<typeof readWorkId>,
  services: Services,
  { mostCiters, dryRun, ...options }: ImportHubOptions = {},
): Promise<ImportReport> {
  const { records, outcomes } = gatherHub(id, services, { mostCiters });
  const onRead = (done: number) => options.onProgress?.({ phase: "gathering", done, total: null });
  try {
    return await withSpool(records, onRead, (spooled) => {
      const request = {
        fileName: identifierKey(id),
        format: "services",
        records: spooled,
        sources: outcomes,
        ...options,
      };
      return withConnection(pool, (connection) =>
        dryRun ? previewImport(connection, request) : runImport(connection, request),
      );
    });
  } catch (error) {
    if (error instanceof UnreadableFileError) throw new UserError(error.message, { cause: error });
    throw error;
  }
}
