/** Bytes that can be read from any place, on the disk or in the database. */
export interface ByteStore {
  /** How many there are. */
  size: number;
  /** Those from `from` up to and without `to`, in pieces. */
  read(from: number, to: number): AsyncIterable<Uint8Array>;
}

/** The bytes of a range as one piece; fewer where the store ends before. */
export async function readRange(store: ByteStore, from: number, to: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of store.read(from, Math.min(to, store.size))) pieces.push(piece);
  return Buffer.concat(pieces);
}
