import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import type { Pool } from "pg";
import { expect } from "vitest";
import { createDb } from "@/db/client";
import { previewArchive, steerArchive } from "@/db/commands/import/steer-archive";
import { getArchive } from "@/db/queries/archives";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { contentOf } from "@/db/testing/snapshot";
import { interchangeFile, preview, run, sendBytes, sendFile, shown } from "@/db/testing/uploads";
import { checkFile, importFile } from "./import-file";
import { unpackUpload } from "./unpack-upload";
import { workOnce } from "./worker";

const ARCHIVE = zipSync({
  "lists/fog.jsonl": strToU8(interchangeFile("fog", 4)),
  "lists/rain.jsonl": [strToU8(interchangeFile("rain", 3)), { level: 0 }],
  "notes.txt": strToU8("Only fog."),
});

async function* inPieces(bytes: Uint8Array, size = 700) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function sendArchive(pool: Pool, bytes = ARCHIVE, name = "papers.zip") {
  const id = await sendBytes(pool, inPieces(bytes), name);
  return { id, uploadId: await unpackUpload(createDb(pool), id) };
}

const admin = async (pool: Pool) => ({
  byUserId: await addPerson(createDb(pool), { role: "admin" }),
  address: "",
});

async function workAll(pool: Pool): Promise<void> {
  while (await workOnce(pool, "w"));
}

const statesOf = async (pool: Pool, uploadId: number) =>
  Object.fromEntries((await getArchive(createDb(pool), uploadId))?.states ?? []);

test("an archive is an import for each of its files; what cannot be imported says why", async ({
  freshPool,
}) => {
  const { uploadId } = await sendArchive(freshPool);
  const { rows } = await freshPool.query(
    "select file_name as name, member, status, failure, upload_id as upload from import_run order by id",
  );
  expect(rows).toEqual([
    {
      name: "papers.zip/lists/fog.jsonl",
      member: "lists/fog.jsonl",
      status: "uploaded",
      failure: null,
      upload: uploadId,
    },
    {
      name: "papers.zip/lists/rain.jsonl",
      member: "lists/rain.jsonl",
      status: "uploaded",
      failure: null,
      upload: uploadId,
    },
    {
      name: "papers.zip/notes.txt",
      member: "notes.txt",
      status: "failed",
      failure: expect.stringContaining("format is not recognised"),
      upload: uploadId,
    },
  ]);
  expect(await getArchive(createDb(freshPool), uploadId ?? 0)).toMatchObject({
    name: "papers.zip",
    files: 3,
  });
});

test("all files of an archive are previewed, run and undone at once, and come to the same as from the shell", async ({
  freshPool,
}) => {
  const db = createDb(freshPool);
  const { uploadId } = await sendArchive(freshPool);
  const asked = { uploadId: uploadId ?? 0, ...(await admin(freshPool)) };
  await previewArchive(db, { ...asked, choices: {} });
  await workAll(freshPool);
  expect(await statesOf(freshPool, asked.uploadId)).toEqual({ previewed: 2, failed: 1 });
  expect(await contentOf(db)).toEqual([]);
  await steerArchive(db, { ...asked, step: "run" });
  await workAll(freshPool);
  expect(await statesOf(freshPool, asked.uploadId)).toEqual({ done: 2, failed: 1 });
  const fromBrowser = await contentOf(db);
  await steerArchive(db, { ...asked, step: "undo" });
  await workAll(freshPool);
  expect(await statesOf(freshPool, asked.uploadId)).toEqual({ undone: 2, failed: 1 });
  expect(await contentOf(db)).toEqual([]);
  const folder = await mkdtemp(path.join(tmpdir(), "spokes-archive-"));
  try {
    await writeFile(path.join(folder, "papers.zip"), ARCHIVE);
    const { files } = await checkFile(path.join(folder, "papers.zip"));
    for (const file of files) await importFile(freshPool, file);
  } finally {
    await rm(folder, { recursive: true });
  }
  expect(await contentOf(db)).toEqual(fromBrowser);
});

test("an archive is not undone while a later import of something else stands", async ({ freshPool }) => {
  const db = createDb(freshPool);
  const { uploadId } = await sendArchive(freshPool);
  const asked = { uploadId: uploadId ?? 0, ...(await admin(freshPool)) };
  await previewArchive(db, { ...asked, choices: {} });
  await workAll(freshPool);
  await steerArchive(db, { ...asked, step: "run" });
  await workAll(freshPool);
  const later = await sendFile(freshPool, interchangeFile("snow", 1), "snow.jsonl");
  await preview(freshPool, later);
  await workAll(freshPool);
  await run(freshPool, later);
  await workAll(freshPool);
  await expect(steerArchive(db, { ...asked, step: "undo" })).rejects.toThrow("beginning with snow.jsonl");
});

test("a gzip file, and an archive of one file, are imported as what they hold", async ({ freshPool }) => {
  const text = interchangeFile("fog", 2);
  for (const [name, bytes] of [
    ["fog.jsonl.gz", gzipSync(text)],
    ["fog.zip", zipSync({ "fog.jsonl": strToU8(text) })],
  ] as const) {
    const { id, uploadId } = await sendArchive(freshPool, bytes, name);
    expect(uploadId).toBeNull();
    await preview(freshPool, id);
    await workAll(freshPool);
    expect(await shown(freshPool, id)).toMatchObject({ status: "previewed", failure: null });
  }
});

test("bombs and archives that are damaged, encrypted or nested fail in one line", async ({ freshPool }) => {
  const bomb = Buffer.from(`{"type":"spokes","version":1}${`\n${" ".repeat(9999)}`.repeat(4200)}`);
  const hostile = {
    "bomb.gz": [gzipSync(bomb), "more than 200 times its size"],
    "bomb.zip": [zipSync({ a: bomb, b: strToU8("x") }), "more than 200 times its size"],
    "cut.zip": [ARCHIVE.subarray(0, 300), "cut off or damaged"],
    "nested.zip": [zipSync({ "in.zip": ARCHIVE }), "archive within an archive"],
    "paper.pdf": [Buffer.from("%PDF-1.7 and no records"), "it is a PDF"],
    "packed.7z": [Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 0]), "it is a 7z archive"],
  } as const;
  for (const [name, [bytes, reason]] of Object.entries(hostile)) {
    const { id } = await sendArchive(freshPool, bytes, name);
    await preview(freshPool, id);
    await workAll(freshPool);
    expect(await shown(freshPool, id), name).toMatchObject({
      status: "failed",
      failure: expect.stringMatching(new RegExp(`^[^\\n]*${reason}[^\\n]*$`)),
    });
  }
  expect(await contentOf(createDb(freshPool))).toEqual([]);
});
