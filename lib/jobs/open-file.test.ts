import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { strToU8, type Zippable, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UnreadableFileError } from "@/lib/import/record";
import { collect } from "@/lib/import/testing/read-text";
import { checkFile } from "./import-file";
import { openFile } from "./open-file";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "spokes-open-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function save(name: string, bytes: Uint8Array | string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

const MEBI = 1024 * 1024;
const LIST = '{"type":"spokes","version":1}\n';

/** What the files that a file stands for hold, or why one cannot be read. */
async function contents(file: string): Promise<[name: string, text: string][]> {
  const read: [string, string][] = [];
  for (const source of await openFile(file)) {
    const bytes = await collect(source.read()).catch((error: unknown) => error);
    if (Array.isArray(bytes)) read.push([source.name, Buffer.concat(bytes).toString()]);
    else if (bytes instanceof UnreadableFileError) read.push([source.name, bytes.message]);
    else throw bytes;
  }
  return read;
}

describe("a file", () => {
  it("stands for itself, and a gzip file for what it holds, also in two parts", async () => {
    expect(await contents(await save("plain.jsonl", LIST))).toEqual([["plain.jsonl", LIST]]);
    const packed = Buffer.concat([gzipSync(LIST), gzipSync("more")]);
    expect(await contents(await save("list.gz", packed))).toEqual([["list.gz", `${LIST}more`]]);
  });

  it("that is a zip archive stands for the files in it, without folders and hidden ones", async () => {
    const archive = zipSync({
      "lists/": new Uint8Array(),
      "lists/a.jsonl": strToU8(LIST),
      "b.bib": [strToU8("@book{wheel}"), { level: 0 }],
      empty: new Uint8Array(),
      ".DS_Store": strToU8("x"),
      "__MACOSX/lists/._a.jsonl": strToU8("x"),
    });
    const file = await save("lists.zip", archive);
    expect(await contents(file)).toEqual([
      ["lists.zip/lists/a.jsonl", LIST],
      ["lists.zip/b.bib", "@book{wheel}"],
      ["lists.zip/empty", ""],
    ]);
    expect((await openFile(file))[0]?.path).toBe(`${file}/lists/a.jsonl`);
  });

  it("that is no file, or not there, is refused", async () => {
    await expect(openFile(path.join(folder, "none"))).rejects.toThrow("there is no such file.");
    await expect(openFile(folder)).rejects.toThrow("this is no regular file.");
  });

  it.each([
    [
      "a.bz2",
      [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59],
      "it is a bzip2 archive; unpack it",
    ],
    ["a.xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], "it is a xz archive"],
    ["a.pdf", [...strToU8("%PDF-1.7")], "it is a PDF, which cannot be read"],
  ])("of another kind is refused by its name: %s", async (name, bytes, message) => {
    await expect(openFile(await save(name, Uint8Array.from(bytes)))).rejects.toThrow(message);
  });
});

describe("an archive within an archive", () => {
  it("is refused", async () => {
    const inner = zipSync({ "a.jsonl": strToU8(LIST) });
    const refused = "archive within an archive; unpack it";
    for (const [name, bytes] of [
      ["zip.gz", gzipSync(inner)],
      ["gzip.gz", gzipSync(gzipSync(LIST))],
      ["zip.zip", zipSync({ "inner.zip": inner })],
    ] as const)
      expect((await contents(await save(name, bytes)))[0]?.[1]).toContain(refused);
    const tar = new Uint8Array(1024);
    tar.set(strToU8("ustar"), 257);
    expect((await contents(await save("a.tgz", gzipSync(tar))))[0]?.[1]).toContain("a tar archive within");
  });
});

describe("a damaged file", () => {
  it("is refused when it is cut off or changed", async () => {
    const gzip = gzipSync(LIST.repeat(100));
    const cut = await contents(await save("cut.gz", gzip.subarray(0, -9)));
    expect(cut[0]?.[1]).toBe("it is cut off or damaged: it cannot be unpacked.");
    const archive = zipSync({ a: [strToU8(LIST), { level: 0 }], b: [strToU8(LIST), { level: 9 }] });
    const [first] = await contents(await save("sound.zip", archive));
    expect(first?.[1]).toBe(LIST);
    archive[40] = 0x21;
    const [changed, sound] = await contents(await save("changed.zip", archive));
    expect(changed?.[1]).toContain("the archive is damaged");
    expect(sound?.[1]).toBe(LIST);
  });

  it("is refused when it is encrypted, or packed in a way of its own", async () => {
    const archive = zipSync({ a: strToU8(LIST) });
    const directory = archive.findLastIndex((_, at) =>
      Buffer.from(archive.subarray(at, at + 4)).equals(Buffer.from("PK\x01\x02")),
    );
    const change = (at: number, byte: number) =>
      Uint8Array.from(archive, (old, index) => (index === at ? byte : old));
    const [encrypted] = await contents(await save("secret.zip", change(directory + 8, 1)));
    expect(encrypted?.[1]).toBe("it is encrypted; unpack the archive and import the file.");
    const [strange] = await contents(await save("strange.zip", change(directory + 10, 14)));
    expect(strange?.[1]).toContain("packed by method 14");
  });
});

describe("a bomb", () => {
  const refused = "unpacks to more than 200 times its size";

  it("is refused after the first 16 MiB, or before it is unpacked when the archive owns up to it", async () => {
    const zeros = new Uint8Array(64 * MEBI);
    let read = 0;
    const [gzip] = await openFile(await save("bomb.gz", gzipSync(zeros)));
    await expect(
      (async () => {
        for await (const chunk of gzip?.read() ?? []) read += chunk.length;
      })(),
    ).rejects.toThrow(refused);
    expect(read).toBeLessThanOrEqual(16 * MEBI);
    const files: Zippable = { a: zeros.subarray(0, 8 * MEBI), b: zeros.subarray(0, 10 * MEBI) };
    await expect(openFile(await save("bomb.zip", zipSync(files)))).rejects.toThrow(refused);
  });

  it("that states a small size is stopped at that size", async () => {
    const archive = zipSync({ a: new Uint8Array(32 * MEBI) });
    const view = new DataView(archive.buffer, archive.byteOffset);
    const directory = archive.findLastIndex(
      (_, at) => at < archive.length - 4 && view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32(directory + 24, 1000, true);
    expect((await contents(await save("liar.zip", archive)))[0]?.[1]).toContain(
      "not what the archive's directory says",
    );
  });
});

describe("checkFile", () => {
  it("leaves out of an archive what cannot be imported, and says why", async () => {
    const archive = zipSync({
      "a.jsonl": strToU8(LIST),
      "image.png": Uint8Array.of(0x89, 0x50, 0, 0),
      "inner.gz": gzipSync("x"),
    });
    const file = await save("mixed.zip", archive);
    const { files, leftOut } = await checkFile(file);
    expect(files.map(({ name }) => name)).toEqual(["mixed.zip/a.jsonl"]);
    expect(leftOut).toEqual([
      { path: `${file}/image.png`, reason: expect.stringContaining("holds a NUL character") },
      { path: `${file}/inner.gz`, reason: expect.stringContaining("archive within an archive") },
    ]);
  });

  it("refuses an archive of which nothing can be imported, in one line that names the first reason", async () => {
    const file = await save("none.zip", zipSync({ "a.txt": strToU8("Dear reader,") }));
    await expect(checkFile(file)).rejects.toThrow(
      `${file}: no file in the archive can be imported; ${file}/a.txt: its format`,
    );
    await expect(checkFile(await save("empty.zip", zipSync({})))).rejects.toThrow(
      "the archive holds no files.",
    );
    await expect(checkFile(await save("plain.txt", "Dear reader,"))).rejects.toThrow(
      /plain\.txt: its format is not recognised/u,
    );
  });
});
