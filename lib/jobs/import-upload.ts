import type { Pool } from "pg";
import { createDb, withConnection } from "@/db/client";
import { previewImport, runImport } from "@/db/commands/import/run-import";
import type { ImportDetail } from "@/db/queries/import-runs";
import { UserError } from "@/lib/errors";
import type { ImportProgress } from "@/lib/import/progress";
import { UnreadableFileError } from "@/lib/import/record";
import type { ImportReport } from "@/lib/import/report";
import { readGathered } from "./gathered-lines";
import { recordsOf } from "./import-file";
import type { SourceFile } from "./open-file";
import { openUpload } from "./open-upload";

/** An uploaded file as the worker has it. */
export interface LeasedUpload
  extends Pick<ImportDetail, "id" | "fileName" | "choices" | "member" | "sources"> {
  uploadId: number;
  holder: string;
}

/**
 * Previews or runs the import of an uploaded file, by the same code as from the shell.
 * @throws UserError in one line when the file cannot be read as what it is.
 */
export async function importUpload(
  pool: Pool,
  task: "previewing" | "running",
  file: LeasedUpload,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportReport> {
  const { fileName, choices } = file;
  let done = 0;
  async function* counted({ read, size }: SourceFile) {
    for await (const piece of read()) {
      yield piece;
      done += piece.length;
      onProgress({ phase: "reading", done, total: size });
    }
  }
  try {
    const bytes = counted(await openUpload(createDb(pool), file));
    const { format, records } = choices.gather
      ? { format: "services", records: readGathered(bytes) }
      : await recordsOf(bytes, choices);
    const request = {
      fileName,
      format,
      records,
      ...(file.sources === null ? {} : { sources: file.sources }),
      hubSlug: choices.hubSlug,
      decidedIn: file.id,
      // How much of the file is read says more than how many records that gave.
      onProgress: (step: ImportProgress) => {
        if (step.phase !== "reading") onProgress(step);
      },
      leased: { importRunId: file.id, holder: file.holder },
    };
    return await withConnection(pool, (connection) =>
      task === "previewing"
        ? previewImport(connection, { ...request, leased: undefined })
        : runImport(connection, request),
    );
  } catch (error) {
    if (error instanceof UnreadableFileError) throw new UserError(error.message, { cause: error });
    throw error;
  }
}
