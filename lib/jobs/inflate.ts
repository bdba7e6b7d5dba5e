import { pipeline, Readable } from "node:stream";
import type { Gunzip, InflateRaw } from "node:zlib";
import { refuseBomb } from "@/lib/import/inflation";
import { UnreadableFileError } from "@/lib/import/record";

/**
 * What comes out of a compressed stream, no more of it than is asked for.
 * @throws UnreadableFileError when the stream is damaged, cut off, or a bomb; and what `source` throws.
 */
export async function* inflated(
  source: AsyncIterable<Uint8Array>,
  unpack: Gunzip | InflateRaw,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  // An error of either stream ends the loop below, where it is told apart.
  pipeline(Readable.from(source, { highWaterMark: 1 }), unpack, () => undefined);
  try {
    for await (const chunk of unpack as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      refuseBomb(size, unpack.bytesWritten);
      yield chunk;
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!code.startsWith("Z_")) throw error;
    throw new UnreadableFileError("it is cut off or damaged: it cannot be unpacked.");
  }
}
