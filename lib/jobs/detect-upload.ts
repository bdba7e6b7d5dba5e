import type { Db } from "@/db/client";
import { UnreadableFileError } from "@/lib/import/record";
import { findFormat } from "./import-file";
import { openUpload } from "./open-upload";

/** The format of an uploaded file by its beginning, or as it is said, or in one line why there is none. */
export async function detectUpload(
  db: Db,
  file: { uploadId: number; fileName: string; member: string | null },
  format?: string,
): Promise<{ format: string } | { problem: string }> {
  try {
    return { format: await findFormat(await openUpload(db, file), format) };
  } catch (error) {
    if (error instanceof UnreadableFileError) return { problem: error.message };
    throw error;
  }
}
