import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { importRun, upload, uploadPiece } from "@/db/schema/import-run";
import { UploadRefusedError } from "@/lib/import/upload-problem";
import { recordAct } from "../audit";

/** Bytes of one piece. */
const PIECE_BYTES = 1024 * 1024;

const MB = 1_000_000;

/**
 * Keeps a file as it streams in, and makes the import that waits to be previewed; gives the import's number. The
 * pieces are written one by one, so that a slow sender holds no transaction open.
 *
 * @throws UploadRefusedError when the file is empty or larger than `maxMb` million bytes; then nothing of it is kept.
 */
export async function keepUpload(
  db: Db,
  file: {
    fileName: string;
    bytes: AsyncIterable<Uint8Array>;
    maxMb: number;
    byUserId: number;
    address: string;
  },
): Promise<number> {
  const { fileName, byUserId, address } = file;
  return withStored(db, file, (stored) =>
    db.transaction(async (tx) => {
      const [run] = await tx
        .insert(importRun)
        .values({ fileName, format: "", status: "uploaded", userId: byUserId, ...stored })
        .returning({ id: importRun.id });
      if (!run) throw new Error("the import was not recorded");
      const { sizeBytes, sha256 } = stored;
      await recordAct(tx, {
        actorId: byUserId,
        action: "import.upload",
        subject: `import_run:${run.id}`,
        detail: { fileName, sizeBytes, sha256 },
        address,
      });
      return run.id;
    }),
  );
}

/** What is known of bytes that are kept in pieces. */
export interface StoredBytes {
  uploadId: number;
  sizeBytes: number;
  /** In hexadecimal digits. */
  sha256: string;
}

/** Keeps bytes in pieces and hands them over; nothing of them stays when that, or reading them, fails. */
export async function withStored<Result>(
  db: Db,
  file: { bytes: AsyncIterable<Uint8Array>; maxMb: number },
  use: (stored: StoredBytes) => Promise<Result>,
): Promise<Result> {
  const [made] = await db.insert(upload).values({}).returning({ id: upload.id });
  if (!made) throw new Error("the upload was not recorded");
  try {
    return await use({ uploadId: made.id, ...(await keepPieces(db, made.id, file)) });
  } catch (error) {
    await db.delete(upload).where(eq(upload.id, made.id));
    throw error;
  }
}

async function keepPieces(
  db: Db,
  uploadId: number,
  { bytes, maxMb }: { bytes: AsyncIterable<Uint8Array>; maxMb: number },
) {
  const hash = createHash("sha256");
  let [sizeBytes, number] = [0, 0];
  for await (const piece of ofSize(bytes, PIECE_BYTES)) {
    sizeBytes += piece.length;
    if (sizeBytes > maxMb * MB) throw new UploadRefusedError("too_large");
    hash.update(piece);
    number += 1;
    await db.insert(uploadPiece).values({ uploadId, number, bytes: piece });
  }
  if (sizeBytes === 0) throw new UploadRefusedError("empty");
  return { sizeBytes, sha256: hash.digest("hex") };
}

/** The same bytes in pieces of at least that size, but for the last one. */
async function* ofSize(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes) {
    waiting.push(part);
    length += part.length;
    if (length < size) continue;
    yield Buffer.concat(waiting);
    [waiting, length] = [[], 0];
  }
  if (length > 0) yield Buffer.concat(waiting);
}
