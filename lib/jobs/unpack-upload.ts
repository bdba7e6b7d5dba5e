import type { Db } from "@/db/client";
import { splitImport } from "@/db/commands/import/split-import";
import { getImport } from "@/db/queries/import-runs";
import { withThousands } from "@/lib/citation/count";
import { UnreadableFileError } from "@/lib/import/record";
import { findProblem } from "./import-file";
import { openStored } from "./open-file";
import { uploadStore } from "./upload-store";

/** So many files of an archive are taken from the browser: each has an import of its own. */
const MOST_MEMBERS = 500;

/**
 * Makes an import of each file in an uploaded zip archive; those that cannot be imported say why. Gives the upload's
 * number where it was an archive of several files, null for everything else, which is left as it is: what is wrong with
 * it is said by its preview.
 */
export async function unpackUpload(db: Db, importRunId: number): Promise<number | null> {
  const run = await getImport(db, importRunId);
  if (!run?.uploadId) return null;
  const name = run.fileName;
  try {
    const files = await openStored(await uploadStore(db, run.uploadId), { path: name, name });
    if (files.length < 2) return null;
    if (files.length > MOST_MEMBERS) {
      const failure = `The archive holds ${withThousands(files.length)} files; at most ${MOST_MEMBERS} are taken here. Divide it, or import it from the shell of the server.`;
      await splitImport(db, importRunId, [
        { fileName: name, member: null, sizeBytes: run.sizeBytes, failure },
      ]);
      return null;
    }
    const members = [];
    for (const file of files)
      members.push({
        fileName: file.name,
        member: file.member,
        sizeBytes: file.size,
        failure: await findProblem(file),
      });
    await splitImport(db, importRunId, members);
    return run.uploadId;
  } catch (error) {
    if (error instanceof UnreadableFileError) return null;
    throw error;
  }
}
