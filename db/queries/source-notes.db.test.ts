import { expect } from "vitest";
import type { Db } from "@/db/client";
import { importRun } from "@/db/schema/import-run";
import { sourceRecord, work } from "@/db/schema/work";
import { test } from "@/db/testing/fixtures";
import { listSourceNotes } from "./source-notes";

/** A work of which each source says its note, or nothing that deserves one. */
async function makeWork(db: Db, said: readonly { source: string; note?: string }[]): Promise<number> {
  const [run] = await db
    .insert(importRun)
    .values({ fileName: "notes.jsonl", format: "spokes" })
    .returning({ id: importRun.id });
  const [made] = await db.insert(work).values({ title: "A work with remarks" }).returning({ id: work.id });
  if (!run || !made) throw new Error("nothing was made");
  const rows = said.map(({ source, note }, index) => ({
    workId: made.id,
    source,
    fields: note === undefined ? {} : { note },
    digest: String(index),
    importRunId: run.id,
  }));
  await db.insert(sourceRecord).values(rows);
  return made.id;
}

test("the remarks of the sources of one work come by source, each once, and no other work's", async ({
  db,
}) => {
  await makeWork(db, [{ source: "pith", note: "a remark on another work" }]);
  const id = await makeWork(db, [
    { source: "second-listing", note: "Seen with two dates." },
    { source: "arxiv", note: "Withdrawn and posted again." },
    { source: "second-listing", note: "Seen with two dates." },
    { source: "pith" },
  ]);
  expect(await listSourceNotes(db, id)).toEqual([
    { source: "arxiv", note: "Withdrawn and posted again." },
    { source: "second-listing", note: "Seen with two dates." },
  ]);
});

test("a work on which nobody remarked has no notes", async ({ db }) => {
  const id = await makeWork(db, [{ source: "pith" }]);
  expect(await listSourceNotes(db, id)).toEqual([]);
});
