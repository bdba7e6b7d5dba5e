import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { test } from "@/db/testing/fixtures";
import { citation, hub, LIGHTHOUSES, NOISE, work } from "@/db/testing/lighthouses";
import { takeRecords } from "@/db/testing/take-records";

const CITERS = 8000;

test("a large file is not read by plans made for the small tables that it found", async ({ connection }) => {
  await takeRecords(connection, NOISE);
  await connection.db.execute(sql`analyze`);
  // Minutes with a plan for a handful of rows, well under a second with one for these.
  await connection.db.execute(sql`set local statement_timeout = '20s'`);
  const citers = Array.from({ length: CITERS }, (_, i) => `c${i}`);
  const report = await takeRecords(connection, [
    LIGHTHOUSES,
    hub("hub"),
    ...citers.flatMap((key) => [work(key, { title: `On lighthouse number ${key}` }), citation("hub", key)]),
  ]);
  expect(report.citations).toEqual({ created: CITERS, updated: 0, unchanged: 0 });
});
