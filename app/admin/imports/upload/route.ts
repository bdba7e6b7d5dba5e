import { keepUpload } from "@/db/commands/import/keep-upload";
import { readEnv } from "@/lib/env";
import { UploadRefusedError } from "@/lib/import/upload-problem";
import { unpackUpload } from "@/lib/jobs/unpack-upload";
import { readMultipartFile } from "@/lib/multipart-file";
import { adminWriteRoute } from "@/lib/write-route";
import { archiveHref, importHref, newImportHref } from "../import-href";

/** Takes a file in as it streams, and leads to the page of its import, of the list of an archive, or back to the form with what was wrong. */
export const POST = adminWriteRoute({
  act: "run_imports",
  run: async ({ db, user, request, address }) => {
    const { body, headers } = request;
    try {
      if (body === null) throw new UploadRefusedError("no_file");
      const file = await readMultipartFile(streamOf(body), headers.get("content-type") ?? "");
      const maxMb = readEnv(process.env).UPLOAD_MAX_MB;
      const importRunId = await keepUpload(db, { ...file, maxMb, byUserId: user.id, address });
      const archive = await unpackUpload(db, importRunId);
      return archive === null ? importHref(importRunId) : archiveHref(archive);
    } catch (error) {
      if (error instanceof UploadRefusedError) return newImportHref(error.problem);
      throw error;
    }
  },
});

/** The body piece by piece; whoever stops reading early leaves the rest unread. */
async function* streamOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
