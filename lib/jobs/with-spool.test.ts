import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Placed } from "@/lib/import/record";
import { withSpool } from "./with-spool";

const remark = (n: number): Placed => ({
  kind: "warning",
  where: `row ${n}`,
  message: "a line\u2028break, a \r and a \n stay in their text",
});

async function* remarks(n: number, failure?: Error) {
  for (let row = 0; row < n; row += 1) yield remark(row);
  if (failure) throw failure;
}

/** A folder for temporary files that nobody else writes into. */
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "spokes-test-"));
  vi.stubEnv("TMPDIR", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test("records come out as they went in, once all of them are there", async () => {
  const told: number[] = [];
  const out = await withSpool(
    remarks(2500),
    (records) => told.push(records),
    async (records) => {
      expect(told).toEqual([1000, 2000]);
      expect(readdirSync(folder)).toHaveLength(1);
      const all: Placed[] = [];
      for await (const record of records) all.push(record);
      return all;
    },
  );
  expect(out).toEqual(Array.from({ length: 2500 }, (_, n) => remark(n)));
  expect(readdirSync(folder)).toEqual([]);
});

test("records that fail in their middle are not handed over, and leave nothing", async () => {
  let used = false;
  const spooling = withSpool(
    remarks(10, new Error("the services stopped")),
    () => undefined,
    async () => {
      used = true;
    },
  );
  await expect(spooling).rejects.toThrow("the services stopped");
  expect(used).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});
