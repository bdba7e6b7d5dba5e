import { UnreadableFileError } from "./record";
import { cutBytes, scanUtf8 } from "./utf8";

/** What became of some bytes of a file. */
export interface Decoded {
  text: string;
  /** How many bytes that was; the rest waits for what follows. */
  used: number;
  /** What is wrong with the byte after them, where the text cannot go on. */
  fault?: string;
}

/** Reads what it can of `bytes`; `isLast` says that nothing follows. */
export type Decoder = (bytes: Uint8Array, isLast: boolean) => Decoded;

/**
 * The decoder of an encoding. UTF-8, UTF-16 and Windows-1252 know the place of a fault; others are the platform's.
 * @throws UnreadableFileError when nobody knows an encoding of that name.
 */
export function decoderOf(encoding: string): Decoder {
  if (encoding === "utf-8") return decodeUtf8;
  if (encoding === "utf-16le") return (bytes, isLast) => decodeUtf16(bytes, isLast, true);
  if (encoding === "utf-16be") return (bytes, isLast) => decodeUtf16(bytes, isLast, false);
  const decoder = platformDecoder(encoding);
  if (decoder.encoding === "windows-1252") return decodeWindows1252;
  return (bytes, isLast) => {
    try {
      return { text: decoder.decode(bytes, { stream: !isLast }), used: bytes.length };
    } catch {
      // The decoder does not say where it failed.
      return {
        text: "",
        used: 0,
        fault: `is followed by bytes that are not ${encoding}, as the file says it is`,
      };
    }
  };
}

function platformDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch {
    // A name that the platform does not know is a RangeError.
    throw new UnreadableFileError(
      `The file says that it is ${encoding}, which cannot be read; save it as UTF-8.`,
    );
  }
}

function decodeUtf8(bytes: Uint8Array, isLast: boolean): Decoded {
  const whole = isLast ? bytes : bytes.subarray(0, bytes.length - cutBytes(bytes));
  const read = (good: Uint8Array) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(good);
  try {
    return { text: read(whole), used: whole.length };
  } catch {
    // It does not say where it failed: the same bytes are read again to name the place.
    const { firstStray, isHalfPair } = scanUtf8(whole, isLast);
    const used = Math.max(0, firstStray);
    const fault = isHalfPair ? "holds half of a surrogate pair" : "is not valid UTF-8";
    return { text: read(whole.subarray(0, used)), used, fault };
  }
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

function decodeUtf16(bytes: Uint8Array, isLast: boolean, isLittle: boolean): Decoded {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = new Uint16Array(bytes.length >> 1);
  for (let at = 0; at < units.length; at++) units[at] = view.getUint16(at * 2, isLittle);
  const mayGoOn = !isLast && isHigh(units.at(-1) ?? 0);
  const text = fromUnits(mayGoOn ? units.subarray(0, -1) : units);
  const lone = /\p{Surrogate}/u.exec(text);
  if (lone)
    return { text: text.slice(0, lone.index), used: lone.index * 2, fault: "holds half of a surrogate pair" };
  const used = text.length * 2;
  return isLast && used < bytes.length ? { text, used, fault: "ends within a character" } : { text, used };
}

/** What Windows-1252 has in place of the control characters of Latin-1; nothing in five places. */
const WINDOWS = Uint16Array.from("€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ", (sign) => sign.charCodeAt(0));

/** Read by our own table: some releases of Node take these bytes for Latin-1 when they are asked for Windows-1252. */
function decodeWindows1252(bytes: Uint8Array): Decoded {
  const units = new Uint16Array(bytes);
  let used = 0;
  for (; used < units.length; used++) {
    const unit = units[used] ?? 0;
    if (unit < 0x80 || unit > 0x9f) continue;
    const sign = WINDOWS[unit - 0x80] ?? 0;
    if (sign === 0) break;
    units[used] = sign;
  }
  const text = fromUnits(units.subarray(0, used));
  const hole = bytes[used];
  if (hole === undefined) return { text, used };
  const name = hole.toString(16).toUpperCase();
  return { text, used, fault: `holds the byte ${name}, which neither UTF-8 nor Windows-1252 has` };
}

/** As many as one call takes as arguments. */
const CALL = 8192;

function fromUnits(units: Uint16Array): string {
  let text = "";
  for (let at = 0; at < units.length; at += CALL)
    text += Reflect.apply(String.fromCharCode, null, units.subarray(at, at + CALL));
  return text;
}
