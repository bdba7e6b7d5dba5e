import { scanUtf8 } from "./utf8";

/** How many bytes are looked at to tell an encoding. */
export const SAMPLE_BYTES = 64 * 1024;

/** The marks that stand at the beginning of a file. UTF-32 is here only to be refused by its name. */
const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ["utf-32", [0xff, 0xfe, 0, 0]],
  ["utf-32", [0, 0, 0xfe, 0xff]],
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** The encoding that a byte order mark names, with the length of the mark in bytes. */
export function markedEncoding(start: Uint8Array): { encoding: string; length: number } | null {
  const found = MARKS.find(([, mark]) => mark.every((byte, at) => start[at] === byte));
  return found ? { encoding: found[0], length: found[1].length } : null;
}

/** At least this part of the characters of a UTF-16 text is below 256, in anything that has spaces and signs. */
const LEAST_LATIN = 0.1;
const LEAST_ZEROS = 4;

/**
 * Tells UTF-16 without a mark: of each two bytes one, always the same, is often zero and the other never.
 * Null when it is something else.
 */
export function unmarkedUtf16(start: Uint8Array): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0];
  for (let at = 0; at + 1 < start.length; at += 2) {
    if (start[at] === 0) zeros[0] = (zeros[0] ?? 0) + 1;
    if (start[at + 1] === 0) zeros[1] = (zeros[1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const enough = Math.max(LEAST_ZEROS, (start.length / 2) * LEAST_LATIN);
  if (odd >= enough && even === 0) return "utf-16le";
  return even >= enough && odd === 0 ? "utf-16be" : null;
}

const DECLARATION =
  /^\s*(?:<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})["']|%\s*Encoding:\s*([\w.:-]{1,40}))/iu;

/** JabRef writes the names that Java has for encodings. */
const JAVA_NAMES: Readonly<Record<string, string>> = { cp1252: "windows-1252", utf8: "utf-8" };

/** The encoding that an XML declaration, or the first line of a JabRef library, names; null without one. */
export function declaredEncoding(start: Uint8Array): string | null {
  const head = String.fromCharCode(...start.subarray(0, 200));
  const [, xml, jabref] = DECLARATION.exec(head) ?? [];
  const name = (xml ?? jabref)?.toLowerCase();
  return name === undefined ? null : (JAVA_NAMES[name] ?? name);
}

/**
 * The encoding of up to SAMPLE_BYTES bytes of which the first is not ASCII; fewer are all that is left of the file. What is UTF-8 is UTF-8, whatever the file says of itself;
 * else the declared encoding counts. Else it is Windows-1252 (which has all of Latin-1) when bytes that are no
 * UTF-8 outnumber the characters that are; otherwise it counts as UTF-8 with a fault, and the fault will be named.
 */
export function chooseEncoding(sample: Uint8Array, declared: string | null): string {
  const { characters, strays, isHalfPair } = scanUtf8(sample, sample.length < SAMPLE_BYTES);
  if (strays === 0 || isHalfPair) return "utf-8";
  if (declared !== null && declared !== "utf-8") return declared;
  return strays > characters ? "windows-1252" : "utf-8";
}
