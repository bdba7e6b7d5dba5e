import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "./decode";
import { SAMPLE_BYTES } from "./encoding";
import { UnreadableFileError } from "./record";
import { collect } from "./testing/read-text";

async function* bytesOf(bytes: Uint8Array, size = bytes.length || 1): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function read(bytes: Iterable<number>, size?: number): Promise<{ text: string; encoding: string }> {
  let encoding = "utf-8";
  const chunks = decodeText(bytesOf(Uint8Array.from(bytes), size), (name) => {
    encoding = name;
  });
  return { text: (await collect(chunks)).join(""), encoding };
}
const decode = async (bytes: Iterable<number>, size?: number) => (await read(bytes, size)).text;
const encode = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => [...text].map((sign) => sign.charCodeAt(0));
const utf16 = (text: string, isLittle: boolean) =>
  text.split("").flatMap((unit) => {
    const code = unit.charCodeAt(0);
    return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });

const TEXT = "@book{wheel, title = {Rund: was Räder können 🛞}}\r\n";

describe("a text", () => {
  it.each([
    ["UTF-8", "utf-8", encode(TEXT)],
    ["UTF-8 with its mark", "utf-8", [0xef, 0xbb, 0xbf, ...encode(TEXT)]],
    ["UTF-16, the small byte first", "utf-16le", [0xff, 0xfe, ...utf16(TEXT, true)]],
    ["UTF-16, the big byte first", "utf-16be", [0xfe, 0xff, ...utf16(TEXT, false)]],
    ["UTF-16 without its mark, the small byte first", "utf-16le", utf16(TEXT, true)],
    ["UTF-16 without its mark, the big byte first", "utf-16be", utf16(TEXT, false)],
  ])("in %s is read, in pieces of any size", async (_, encoding, bytes) => {
    for (const size of [1, 2, 3, 7, bytes.length])
      expect(await read(bytes, size)).toEqual({ text: TEXT, encoding });
  });

  it("in Latin-1 or Windows-1252 is read as such, with the signs that only the latter has", async () => {
    expect(await read(latin("caf\xe9 \x96 \x93Rad\x94 10 \x80\n"))).toEqual({
      text: "café – “Rad” 10 €\n",
      encoding: "windows-1252",
    });
  });

  it.each([
    ["an XML declaration", '<?xml version="1.0" encoding="koi8-r"?><a>'],
    ["the first line of a JabRef library", "% Encoding: KOI8-R\n"],
  ])("is read as %s names it, when it is no UTF-8", async (_, declaration) => {
    const bytes = [...latin(declaration), 0xd7, 0xcf, 0xcc];
    expect(await read(bytes)).toEqual({ text: `${declaration}вол`, encoding: "koi8-r" });
  });

  it("that is UTF-8 is read as UTF-8 although it names another encoding", async () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>';
    expect(await read(encode(text))).toEqual({ text, encoding: "utf-8" });
  });

  it("in Windows-1252 is known as such when its first letter with an accent comes late", async () => {
    const ascii = "x".repeat(3 * SAMPLE_BYTES - 1);
    expect(await read(latin(`${ascii}\xe9 ${ascii}\xe9`))).toEqual({
      text: `${ascii}é ${ascii}é`,
      encoding: "windows-1252",
    });
  });

  it("gives the same text however the bytes are cut", async () => {
    const text = fc.string({ unit: "grapheme" });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (whole, size) => {
        expect(await decode(encode(whole), size)).toBe(whole.replace(/^\uFEFF/u, ""));
      }),
    );
  });

  it("may be cut within a character at the end of a sample", async () => {
    for (const shift of [1, 2, 3, 4]) {
      const text = "x".repeat(SAMPLE_BYTES - shift) + "🛞é".repeat(SAMPLE_BYTES / 4);
      expect(await decode(encode(text), 1000)).toBe(text);
    }
  });
});

describe("what is no text", () => {
  it.each([
    ["a stray byte among UTF-8", [...encode("é\né\ne"), 0x80, 0x63], "Line 3 is not valid UTF-8 (byte 7)"],
    ["half of a surrogate pair", [0x61, 0xed, 0xa0, 0x80], "Line 1 holds half of a surrogate pair (byte 1)"],
    [
      "a half in UTF-16",
      [0xff, 0xfe, ...utf16("a\n\ud800b", true)],
      "Line 2 holds half of a surrogate pair (byte 6)",
    ],
    ["an odd byte in UTF-16", [0xff, 0xfe, 0x61, 0, 0x62], "Line 1 ends within a character (byte 4)"],
    ["what Windows-1252 has not", latin("\xe9\n\xe9\x81"), "Line 2 holds the byte 81, which neither"],
    ["a cut end", [...encode("äé").subarray(0, 3)], "Line 1 is not valid UTF-8 (byte 2)"],
    ["a NUL", encode("ab\n\0c"), "Line 2 holds a NUL character"],
    ["a NUL in UTF-16", [0xff, 0xfe, ...utf16("a\0", true)], "Line 1 holds a NUL character"],
    ["UTF-32", [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], "The file is UTF-32 text"],
    ["an unknown encoding", latin("% Encoding: klingon\n\xe9"), "The file says that it is klingon"],
    ["a wrong declaration", latin("% Encoding: euc-jp\n\xe9!"), "not euc-jp, as the file says"],
  ])("is refused: %s, with its place", async (_, bytes, message) => {
    for (const size of [1, 2, 3, 4]) {
      const outcome = await decode(bytes, size).catch((error: unknown) => error);
      expect(outcome).toBeInstanceOf(UnreadableFileError);
      expect(String(outcome)).toContain(message);
    }
  });

  it("is refused with its place when it comes late into a file that was UTF-8 until then", async () => {
    const bytes = [...encode(`é${"x\n".repeat(SAMPLE_BYTES)}`), 0xe9];
    await expect(decode(bytes)).rejects.toThrow(
      `Line ${SAMPLE_BYTES + 1} is not valid UTF-8 (byte ${2 * SAMPLE_BYTES + 2}); save the file as UTF-8.`,
    );
  });

  it("makes nothing but its own error, of any bytes in any pieces", async () => {
    const marks = fc.constantFrom(
      [],
      [0xff, 0xfe],
      [0xfe, 0xff],
      [0xef, 0xbb, 0xbf],
      latin("% Encoding: gbk\n"),
    );
    await fc.assert(
      fc.asyncProperty(
        marks,
        fc.uint8Array({ maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (mark, tail, size) => {
          const bytes = [...mark, ...tail];
          const outcome = await decode(bytes, size).catch((error: unknown) => error);
          if (typeof outcome !== "string") expect(outcome).toBeInstanceOf(UnreadableFileError);
          expect(await decode(bytes).catch((error: unknown) => error)).toEqual(outcome);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("closes its source when the reader stops early", async () => {
    let isClosed = false;
    async function* source() {
      try {
        for (;;) yield encode("x".repeat(100));
      } finally {
        isClosed = true;
      }
    }
    for await (const _ of decodeText(source())) break;
    expect(isClosed).toBe(true);
  });
});
