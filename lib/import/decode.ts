import { type Decoded, decoderOf } from "./decoders";
import { chooseEncoding, declaredEncoding, markedEncoding, SAMPLE_BYTES, unmarkedUtf16 } from "./encoding";
import { UnreadableFileError } from "./record";

/**
 * A file's bytes as text, without a byte order mark, the same however the bytes come in pieces. The encoding is told
 * by the mark, else by the 64 KiB that begin with the first byte that is not ASCII; `onEncoding` is called with its
 * name when it is not UTF-8. Bytes of another encoding that come later are refused, because a file that is half one
 * and half the other would be read wrongly in one half.
 * @throws UnreadableFileError naming line (from 1) and byte (from 0) of what is no text: a NUL, half of a surrogate
 * pair, bytes that are no character.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  onEncoding: (encoding: string) => void = () => undefined,
): AsyncGenerator<string> {
  const source = bytes[Symbol.asyncIterator]();
  const fill = filler(source);
  try {
    let held = await fill(new Uint8Array());
    const start = beginning(held);
    const place = { line: 1, byte: start.mark };
    held = await fill(held.subarray(start.mark));
    const declared = declaredEncoding(held);
    let { encoding } = start;
    while (encoding === null && held.length > 0) {
      const ascii = asciiLength(held);
      const isFound = ascii < held.length;
      if (ascii > 0) yield accept(decoderOf("utf-8")(held.subarray(0, ascii), true), place);
      held = await fill(held.subarray(ascii));
      if (isFound) encoding = chooseEncoding(held, declared);
    }
    if (encoding !== null && encoding !== "utf-8") onEncoding(encoding);
    const decode = decoderOf(encoding ?? "utf-8");
    for (let isLast = false; !isLast; ) {
      isLast = held.length < SAMPLE_BYTES;
      const decoded = decode(held, isLast);
      const text = accept(decoded, place);
      if (text !== "") yield text;
      held = await fill(held.subarray(decoded.used));
    }
  } finally {
    await source.return?.();
  }
}

/** Adds bytes of the source to those that are held, until there are SAMPLE_BYTES of them or the source has ended. */
function filler(source: AsyncIterator<Uint8Array>): (held: Uint8Array) => Promise<Uint8Array> {
  let waiting: Uint8Array = new Uint8Array();
  return async (held) => {
    const filled = new Uint8Array(SAMPLE_BYTES);
    filled.set(held);
    let length = held.length;
    while (length < SAMPLE_BYTES) {
      if (waiting.length === 0) {
        const next = await source.next();
        if (next.done) break;
        waiting = next.value;
      }
      const taken = waiting.subarray(0, SAMPLE_BYTES - length);
      filled.set(taken, length);
      length += taken.length;
      waiting = waiting.subarray(taken.length);
    }
    return filled.subarray(0, length);
  };
}

/** The encoding that the first bytes tell, null when they do not, and the length of the mark before the text. */
function beginning(start: Uint8Array): { encoding: string | null; mark: number } {
  const marked = markedEncoding(start);
  if (marked?.encoding === "utf-32")
    throw new UnreadableFileError("The file is UTF-32 text; save it as UTF-8.");
  return { encoding: marked?.encoding ?? unmarkedUtf16(start), mark: marked?.length ?? 0 };
}

function asciiLength(bytes: Uint8Array): number {
  let length = 0;
  while (length < bytes.length && (bytes[length] ?? 0) < 0x80) length += 1;
  return length;
}

/** The decoded text, and `place` moved on behind it. */
function accept({ text, used, fault }: Decoded, place: { line: number; byte: number }): string {
  const nul = text.indexOf("\0");
  if (nul !== -1)
    throw new UnreadableFileError(
      `Line ${place.line + lineEnds(text.slice(0, nul))} holds a NUL character; the file is damaged or no text.`,
    );
  place.line += lineEnds(text);
  place.byte += used;
  if (fault)
    throw new UnreadableFileError(
      `Line ${place.line} ${fault} (byte ${place.byte}); save the file as UTF-8.`,
    );
  return text;
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
