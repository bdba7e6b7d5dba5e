import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { uploadPiece } from "@/db/schema/import-run";

/** The pieces of an uploaded file, in order, with their lengths in bytes. */
export async function listUploadPieces(db: Db, uploadId: number) {
  return db
    .select({ number: uploadPiece.number, length: sql<number>`octet_length(${uploadPiece.bytes})` })
    .from(uploadPiece)
    .where(eq(uploadPiece.uploadId, uploadId))
    .orderBy(asc(uploadPiece.number));
}

/** The bytes of one piece of an uploaded file. */
export async function readUploadPiece(db: Db, uploadId: number, number: number): Promise<Uint8Array> {
  const [piece] = await db
    .select({ bytes: uploadPiece.bytes })
    .from(uploadPiece)
    .where(and(eq(uploadPiece.uploadId, uploadId), eq(uploadPiece.number, number)));
  if (!piece) throw new Error(`piece ${number} of upload ${uploadId} is gone`);
  return piece.bytes;
}
