import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { UnreadableFileError } from "./record";
import { dataStart, findDirectory, readDirectory } from "./zip-directory";

const ARCHIVE = zipSync({
  "lists/": new Uint8Array(),
  "lists/wheels.bib": strToU8("@book{wheel}"),
  "räder.ris": [strToU8("TY  - BOOK"), { level: 0 }],
});

function list(archive: Uint8Array) {
  const { at, length, count } = findDirectory(archive, archive.length);
  return readDirectory(archive.subarray(at, at + length), count);
}

describe("the directory of a zip archive", () => {
  it("names the files, without folders, and where their bytes are", () => {
    const members = list(ARCHIVE);
    expect(members.map(({ name, method, size }) => [name, method, size])).toEqual([
      ["lists/wheels.bib", 8, 12],
      ["räder.ris", 0, 10],
    ]);
    const [, stored] = members;
    if (!stored) throw new Error("the archive holds two files");
    const start = dataStart(stored, ARCHIVE.subarray(stored.at, stored.at + 30));
    expect(new TextDecoder().decode(ARCHIVE.subarray(start, start + stored.packed))).toBe("TY  - BOOK");
  });

  it("is found before a comment, whatever the comment holds", () => {
    const comment = ARCHIVE.subarray(-22);
    const archive = Uint8Array.from([...ARCHIVE, ...comment, 0x21]);
    archive[ARCHIVE.length - 2] = comment.length + 1;
    expect(list(archive)).toEqual(list(ARCHIVE));
  });

  it.each([
    ["cut off", ARCHIVE.subarray(0, -1), "cut off or damaged"],
    ["without its beginning", ARCHIVE.subarray(100), "cut off or damaged"],
    ["shorter than any", Uint8Array.of(0x50, 0x4b, 5, 6), "cut off or damaged"],
  ])("is refused when the archive is %s", (_, archive, message) => {
    expect(() => list(archive)).toThrow(message);
  });

  it("is refused as zip64, and with more files than are read", () => {
    const end = Uint8Array.from(ARCHIVE);
    const view = new DataView(end.buffer);
    view.setUint16(end.length - 12, 0xffff, true);
    expect(() => list(end)).toThrow("it is a zip64 archive");
    view.setUint16(end.length - 12, 20_000, true);
    expect(() => list(end)).toThrow("holds 20,000 files; at most 10,000 are read");
  });

  it("is refused when two files are made of the same bytes", () => {
    const end = Uint8Array.from(ARCHIVE);
    const view = new DataView(end.buffer);
    const { at, length } = findDirectory(end, end.length);
    const last = end.findLastIndex(
      (_, place) =>
        place < at + length && view.getUint32(Math.min(place, at + length - 4), true) === 0x02014b50,
    );
    view.setUint32(last + 42, list(ARCHIVE)[0]?.at ?? 0, true);
    expect(() => list(end)).toThrow("share bytes");
  });

  it("throws nothing but its own error, whatever is damaged", () => {
    const damage = fc.array(fc.tuple(fc.nat({ max: ARCHIVE.length - 1 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(damage, fc.nat({ max: ARCHIVE.length }), (bytes, cut) => {
        const archive = Uint8Array.from(ARCHIVE);
        for (const [at, byte] of bytes) archive[at] = byte;
        try {
          for (const member of list(archive.subarray(0, ARCHIVE.length - (cut % 30))))
            dataStart(member, archive.subarray(member.at, member.at + 30));
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFileError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
