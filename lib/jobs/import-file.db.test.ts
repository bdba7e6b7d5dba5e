import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { strToU8, zipSync } from "fflate";
import { expect } from "vitest";
import { createDb } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { checkFile, importFile } from "./import-file";
import { nameListing } from "./name-listing";

test("each file of an archive is imported by its name, and remarked on when it was no UTF-8", async ({
  freshPool,
}) => {
  const folder = await mkdtemp(path.join(tmpdir(), "spokes-archive-"));
  const book = (key: string, author: string) =>
    `@book{${key}, author = {${author}}, title = {Lamps of ${key}}}\r\n`;
  const file = path.join(folder, "lists.zip");
  const windows = Uint8Array.from(book("harbour", "Noël, Zoë"), (sign) => sign.charCodeAt(0));
  await writeFile(file, zipSync({ "old/a.bib": windows, "b.bib": strToU8(book("coast", "Ångström, Åsa")) }));
  const listing = await nameListing(
    createDb(freshPool),
    "citers",
    "A census of lighthouses and their keepers",
  );
  const { files } = await checkFile(file);
  const reports = [];
  for (const source of files) reports.push(await importFile(freshPool, source, listing));
  await rm(folder, { recursive: true });

  expect(reports.map(({ warnings }) => warnings.map(({ message }) => message.split(";")[0]))).toEqual([
    ["read as WINDOWS-1252"],
    [],
  ]);
  const { rows } = await createDb(freshPool).execute(sql`
    select r.file_name as file, w.authors -> 0 ->> 'family' as family, w.authors -> 0 ->> 'given' as given
    from citation c join work w on w.id = c.work_id join import_run r on r.id = c.import_run_id order by file`);
  expect(rows).toEqual([
    { file: "lists.zip/b.bib", family: "Ångström", given: "Åsa" },
    { file: "lists.zip/old/a.bib", family: "Noël", given: "Zoë" },
  ]);
});
