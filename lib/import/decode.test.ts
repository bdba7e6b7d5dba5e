import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeUtf8 } from "./decode";
import { UnreadableFileError } from "./record";
import { collect } from "./testing/read-text";

async function* bytesOf(bytes: Uint8Array, size = bytes.length || 1): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

const decode = async (bytes: Uint8Array, size?: number) =>
  (await collect(decodeUtf8(bytesOf(bytes, size)))).join("");
const encode = (text: string) => new TextEncoder().encode(text);

describe("decodeUtf8", () => {
  it("removes a byte order mark", async () => {
    expect(await decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe("a");
  });

  it("gives the same text however the bytes are cut", async () => {
    const text = fc.string({ unit: "grapheme" });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (whole, size) => {
        expect(await decode(encode(whole), size)).toBe(await decode(encode(whole)));
      }),
    );
    expect(await decode(encode("a🛞é"), 1)).toBe("a🛞é");
  });

  it.each([
    ["a lone continuation byte", [0x61, 0x62, 0x80, 0x63], 2],
    ["a byte of another encoding", [0x63, 0x61, 0x66, 0xe9, 0x21], 4],
    ["half of a surrogate pair", [0x61, 0xed, 0xa0, 0x80], 2],
  ])("refuses %s and names the byte", async (_, bytes, place) => {
    const message = `The file is not valid UTF-8 near byte ${place}; save it as UTF-8.`;
    for (const size of [1, 2, 3, 4])
      await expect(decode(Uint8Array.from(bytes), size)).rejects.toThrow(new UnreadableFileError(message));
  });

  it("names the byte also far into a file that comes in one piece", async () => {
    const bytes = new Uint8Array(200_001).fill(0x61);
    bytes[200_000] = 0xff;
    await expect(decode(bytes)).rejects.toThrow("near byte 200000;");
  });

  it("refuses a file that ends within a character", async () => {
    await expect(decode(encode("aé").subarray(0, 2))).rejects.toThrow("not valid UTF-8 near byte 2;");
  });

  it("refuses a NUL byte and names it", async () => {
    for (const size of [1, 4])
      await expect(decode(encode("ab\0c"), size)).rejects.toThrow(
        new UnreadableFileError("The file is no text: byte 2 is NUL."),
      );
  });

  it("says so when the file is UTF-16", async () => {
    await expect(decode(Uint8Array.of(0xff, 0xfe, 0x61, 0))).rejects.toThrow("The file is UTF-16 text");
  });

  it("throws nothing but its own error on any bytes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (bytes, size) => {
          const outcome = await decode(bytes, size).catch((error: unknown) => error);
          if (typeof outcome !== "string") expect(outcome).toBeInstanceOf(UnreadableFileError);
          else expect(encode(outcome)).toEqual(bytes.subarray(bytes.length - encode(outcome).length));
        },
      ),
    );
  });
});
