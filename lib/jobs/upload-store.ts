import type { Db } from "@/db/client";
import { listUploadPieces, readUploadPiece } from "@/db/queries/uploads";
import type { ByteStore } from "./byte-store";

/** A file that lies in the database in pieces. The piece that was read last is held, as members of an archive share it. */
export async function uploadStore(db: Db, uploadId: number): Promise<ByteStore> {
  const pieces = await listUploadPieces(db, uploadId);
  let held: { number: number; bytes: Uint8Array } | null = null;
  const load = async (number: number) => {
    if (held?.number !== number) held = { number, bytes: await readUploadPiece(db, uploadId, number) };
    return held.bytes;
  };
  async function* read(from: number, to: number): AsyncGenerator<Uint8Array> {
    let at = 0;
    for (const { number, length } of pieces) {
      if (at >= to) return;
      if (at + length > from)
        yield (await load(number)).subarray(Math.max(0, from - at), Math.min(length, to - at));
      at += length;
    }
  }
  return { size: pieces.reduce((sum, { length }) => sum + length, 0), read };
}
