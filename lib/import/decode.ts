import { UnreadableFileError } from "./record";

/** Bytes are decoded in pieces of this size, so that one huge chunk does not become one huge text. */
const PIECE = 64 * 1024;

/**
 * UTF-8 bytes as text, without a byte order mark; characters may be cut anywhere between chunks.
 * @throws UnreadableFileError naming the byte (counted from 0) at invalid UTF-8 and at a NUL byte, which no text holds.
 */
export async function* decodeUtf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let offset = 0;
  let tail: Uint8Array = new Uint8Array();
  for await (const chunk of bytes) {
    for (let start = 0; start < chunk.length; start += PIECE) {
      const piece = chunk.subarray(start, start + PIECE);
      const text = decodePiece(decoder, piece, tail, offset);
      if (text !== "") yield text;
      offset += piece.length;
      tail = lastBytes(tail, piece);
    }
  }
  decodePiece(decoder, null, tail, offset);
}

/** `piece` is null at the end of the file, where a character that was begun must have been completed. */
function decodePiece(
  decoder: TextDecoder,
  piece: Uint8Array | null,
  tail: Uint8Array,
  offset: number,
): string {
  if (offset === 0 && piece) refuseUtf16(piece);
  const nul = piece?.indexOf(0) ?? -1;
  if (nul !== -1) throw new UnreadableFileError(`The file is no text: byte ${offset + nul} is NUL.`);
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    // The decoder does not say where it failed: the same bytes are read again to name the place.
    const place = offset + (piece ? firstInvalid(tail, piece) : 0);
    throw new UnreadableFileError(`The file is not valid UTF-8 near byte ${place}; save it as UTF-8.`);
  }
}

function refuseUtf16(piece: Uint8Array): void {
  const [first, second] = piece;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new UnreadableFileError("The file is UTF-16 text; save it as UTF-8.");
}

/** The last three bytes read: enough to hold the beginning of a character that goes on in the next piece. */
function lastBytes(before: Uint8Array, piece: Uint8Array): Uint8Array {
  return new Uint8Array([...before, ...piece.subarray(-3)].slice(-3));
}

/** The place in `piece` at which its bytes stop being UTF-8; `tail` is what came before it, already found good. */
function firstInvalid(tail: Uint8Array, piece: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const begun = tail.findIndex((byte) => (byte & 0xc0) !== 0x80);
  if (begun !== -1) decoder.decode(tail.subarray(begun), { stream: true });
  return piece.findIndex((byte) => {
    try {
      decoder.decode(Uint8Array.of(byte), { stream: true });
      return false;
    } catch {
      // This is the byte that was looked for.
      return true;
    }
  });
}
