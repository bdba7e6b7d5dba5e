/** Characters of cp1252 that stand at 0x80 to 0x9F, by their place. */
const CP1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** UTF-8 that was read as Latin-1 or cp1252: a first byte and those that go on with it. */
const BROKEN = /[\u00C2-\u00F4][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u;

/**
 * Mends a text that was UTF-8 and was read as Latin-1 or cp1252 on its way ("RamÃ­rez" was "Ramírez"). Only where
 * all of it is such text: then nothing else can have been meant. Any other text comes back as it is.
 */
export function mendMojibake(text: string): string {
  if (!BROKEN.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const byte = byteOf(text.charAt(index));
    if (byte === -1) return text;
    bytes[index] = byte;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8 after all: then the signs were meant as they stand.
    return text;
  }
}

function byteOf(character: string): number {
  const code = character.charCodeAt(0);
  if (code < 0x100) return code;
  const place = CP1252.indexOf(character);
  return place === -1 ? -1 : 0x80 + place;
}
