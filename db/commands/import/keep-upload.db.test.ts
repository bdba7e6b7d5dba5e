import { expect } from "vitest";
import type { Db } from "@/db/client";
import { importRun, upload, uploadPiece } from "@/db/schema/import-run";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { UploadRefusedError } from "@/lib/import/upload-problem";
import { keepUpload } from "./keep-upload";

const MB = 1_000_000;

/** So many bytes as they come over the network; tells how many were taken. */
function stream(total: number) {
  const taken = { bytes: 0 };
  async function* bytes() {
    for (; taken.bytes < total; taken.bytes += 50_000)
      yield Buffer.alloc(Math.min(50_000, total - taken.bytes));
  }
  return { taken, bytes: bytes() };
}

const keep = async (db: Db, bytes: AsyncIterable<Uint8Array>) =>
  keepUpload(db, {
    fileName: "file.jsonl",
    bytes,
    maxMb: 3,
    byUserId: await addPerson(db, { role: "admin" }),
    address: "192.0.2.1",
  });

test("a file of just the largest size is kept whole", async ({ db }) => {
  const id = await keep(db, stream(3 * MB).bytes);
  const [run] = await db.select({ id: importRun.id, sizeBytes: importRun.sizeBytes }).from(importRun);
  expect(run).toEqual({ id, sizeBytes: 3 * MB });
});

test("a larger file is refused before its end has come, and nothing of it is kept", async ({ db }) => {
  const { taken, bytes } = stream(50 * MB);
  await expect(keep(db, bytes)).rejects.toThrow(new UploadRefusedError("too_large"));
  expect(taken.bytes).toBeLessThan(6 * MB);
  for (const table of [upload, uploadPiece, importRun]) expect(await db.$count(table)).toBe(0);
});

test("an empty file is refused, and nothing of it is kept", async ({ db }) => {
  await expect(keep(db, stream(0).bytes)).rejects.toThrow(new UploadRefusedError("empty"));
  for (const table of [upload, uploadPiece, importRun]) expect(await db.$count(table)).toBe(0);
});

test("a file that breaks off leaves nothing behind", async ({ db }) => {
  async function* broken() {
    yield Buffer.alloc(2 * MB);
    throw new UploadRefusedError("broken_off");
  }
  await expect(keep(db, broken())).rejects.toThrow(new UploadRefusedError("broken_off"));
  for (const table of [upload, uploadPiece, importRun]) expect(await db.$count(table)).toBe(0);
});
