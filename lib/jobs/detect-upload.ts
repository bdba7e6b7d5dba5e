import type { Db } from "@/db/client";
import { readUpload } from "@/db/queries/import-runs";
import { UnreadableFileError } from "@/lib/import/record";
import { recordsOf } from "./import-file";

/** The format of an uploaded file by its beginning, or in one line why there is none. */
export async function detectUpload(
  db: Db,
  uploadId: number,
): Promise<{ format: string } | { problem: string }> {
  try {
    const { format } = await recordsOf(readUpload(db, uploadId), {});
    return { format };
  } catch (error) {
    if (error instanceof UnreadableFileError) return { problem: error.message };
    throw error;
  }
}
