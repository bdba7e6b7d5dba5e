import type { Db } from "@/db/client";
import { count } from "@/lib/citation/count";
import { UnreadableFileError } from "@/lib/import/record";
import { openStored, type SourceFile } from "./open-file";
import { uploadStore } from "./upload-store";

/**
 * The file that an import is about: the upload, unpacked if need be, or one of those in an uploaded archive.
 * @throws UnreadableFileError when it is a container that is not read, or an archive of which no file is named.
 */
export async function openUpload(
  db: Db,
  { uploadId, fileName, member }: { uploadId: number; fileName: string; member: string | null },
): Promise<SourceFile> {
  const files = await openStored(await uploadStore(db, uploadId), { path: fileName, name: fileName });
  const [only, another] = files;
  if (!only) throw new UnreadableFileError("the archive holds no files.");
  if (member === null && !another) return only;
  const found = member === null ? undefined : files.find((file) => file.member === member);
  if (found) return found;
  throw new UnreadableFileError(
    `the archive holds ${count(files.length, "file")}, and it is not said which one is meant; send it again.`,
  );
}
