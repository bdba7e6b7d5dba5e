import type { Pool } from "pg";
import { expect } from "vitest";
import { createDb } from "@/db/client";
import { mapColumns } from "@/db/commands/import/map-columns";
import { askPreview } from "@/db/commands/import/steer-import";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { run, sendBytes, shown } from "@/db/testing/uploads";
import { readTable } from "./read-table";
import { workOnce } from "./worker";

const TABLE =
  "Arbeit;Wer;Jahr\nVon Lampen und ihren Wärtern;Ada Beam;1999\nVon Nebel und Hörnern;Grace Keeper;2001\n";

async function* once(bytes: Uint8Array) {
  yield bytes;
}

const admin = async (pool: Pool) => ({
  byUserId: await addPerson(createDb(pool), { role: "admin" }),
  address: "",
});

test("a table whose names say nothing is shown with its first rows and goes in as an admin says", async ({
  freshPool,
}) => {
  const db = createDb(freshPool);
  const id = await sendBytes(freshPool, once(Buffer.from(TABLE, "latin1")), "table.csv");
  const { uploadId } = await shown(freshPool, id);
  const file = { uploadId: uploadId ?? 0, fileName: "table.csv", member: null };
  expect(await readTable(db, file, {})).toEqual({
    delimiter: ";",
    headerLine: 1,
    encoding: "windows-1252",
    columns: ["Arbeit", "Wer", "Jahr"].map((name) => ({ name, field: null })),
    rows: [
      ["Von Lampen und ihren Wärtern", "Ada Beam", "1999"],
      ["Von Nebel und Hörnern", "Grace Keeper", "2001"],
    ],
  });
  await mapColumns(db, {
    importRunId: id,
    table: { delimiter: ";", headerLine: 1, fields: ["title", null, "year"] },
    ...(await admin(freshPool)),
  });
  const of = {
    identifiers: [{ scheme: "doi" as const, value: "10.5555/lamps" }],
    title: "How lamps are kept",
  };
  await askPreview(db, {
    importRunId: id,
    choices: { listing: { as: "citers", of, source: "spokes" } },
    ...(await admin(freshPool)),
  });
  await workOnce(freshPool, "w");
  const previewed = await shown(freshPool, id);
  expect(previewed).toMatchObject({ status: "previewed", format: "csv", failure: null });
  expect(previewed.preview).toMatchObject({ works: { created: 3 }, citations: { created: 2 } });
  await run(freshPool, id);
  await workOnce(freshPool, "w");
  const { rows } = await freshPool.query(
    "select title, year, authors from work where title like 'Von%' order by title",
  );
  expect(rows).toEqual([
    { title: "Von Lampen und ihren Wärtern", year: 1999, authors: [] },
    { title: "Von Nebel und Hörnern", year: 2001, authors: [] },
  ]);
});

test("what the columns hold is not changed under a run, and drops the preview that rested on it", async ({
  freshPool,
}) => {
  const db = createDb(freshPool);
  const id = await sendBytes(
    freshPool,
    once(Buffer.from("title,doi\nLamps and fog at sea,10.5555/a\n")),
    "t.csv",
  );
  const of = { identifiers: [], title: "How lamps are kept" };
  const choices = { listing: { as: "citers" as const, of, source: "spokes" } };
  await askPreview(db, { importRunId: id, choices, ...(await admin(freshPool)) });
  await workOnce(freshPool, "w");
  const table = { delimiter: "," as const, headerLine: 1, fields: ["title" as const, null] };
  await mapColumns(db, { importRunId: id, table, ...(await admin(freshPool)) });
  expect((await shown(freshPool, id)).preview).toBeNull();
  await expect(run(freshPool, id)).rejects.toThrow("was never previewed");
  await freshPool.query("update import_run set status = 'running'");
  await expect(mapColumns(db, { importRunId: id, table, ...(await admin(freshPool)) })).rejects.toThrow(
    "under way",
  );
});
