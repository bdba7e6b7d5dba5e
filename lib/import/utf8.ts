/** What the bytes of a text look like when they are read as UTF-8. */
interface Utf8Findings {
  /** Characters of two bytes and more. */
  characters: number;
  /** Bytes that belong to no character. */
  strays: number;
  /** The place of the first of these, or -1. */
  firstStray: number;
  /** Whether half of a surrogate pair stands there, which other programs write as three bytes. */
  isHalfPair: boolean;
}

/**
 * Counts what is UTF-8 in a piece of a text and what is not (RFC 3629). A character that the end of the piece cuts
 * counts as neither, unless nothing follows the piece.
 */
export function scanUtf8(bytes: Uint8Array, isLast: boolean): Utf8Findings {
  const found: Utf8Findings = { characters: 0, strays: 0, firstStray: -1, isHalfPair: false };
  const end = bytes.length - cutBytes(bytes);
  for (let at = 0; at < (isLast ? bytes.length : end); ) {
    const length = at < end ? characterLength(bytes, at) : 0;
    if (length > 1) found.characters += 1;
    if (length === 0) {
      if (found.strays === 0) Object.assign(found, { firstStray: at, isHalfPair: isHalfPair(bytes, at) });
      found.strays += 1;
    }
    at += Math.max(1, length);
  }
  return found;
}

/** How many bytes at the end begin a character that goes on after them: 0 to 3. */
export function cutBytes(bytes: Uint8Array): number {
  for (let count = 1; count <= Math.min(3, bytes.length); count++) {
    const lead = bytes[bytes.length - count] ?? 0;
    if ((lead & 0xc0) === 0x80) continue;
    return count < lengthByLead(lead) && characterLength(bytes, bytes.length - count) > 0 ? count : 0;
  }
  return 0;
}

const lengthByLead = (lead: number): number => {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
};

/** The second byte is what forbids long forms, surrogates and numbers beyond the last character. */
const SECOND_BYTE: Readonly<Record<number, readonly [least: number, most: number]>> = {
  224: [0xa0, 0xbf],
  237: [0x80, 0x9f],
  240: [0x90, 0xbf],
  244: [0x80, 0x8f],
};

/** The bytes of the character at this place, as far as there are any; 0 where none begins. */
function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lengthByLead(lead);
  if (length < 2) return length;
  const [least, most] = SECOND_BYTE[lead] ?? [0x80, 0xbf];
  const end = Math.min(at + length, bytes.length);
  for (let next = at + 1; next < end; next++) {
    const byte = bytes[next] ?? 0;
    const isSecond = next === at + 1;
    if (byte < (isSecond ? least : 0x80) || byte > (isSecond ? most : 0xbf)) return 0;
  }
  return end - at;
}

const isHalfPair = (bytes: Uint8Array, at: number) =>
  bytes[at] === 0xed && (bytes[at + 1] ?? 0) >= 0xa0 && (bytes[at + 2] ?? 0) >= 0x80;
