import type { Pool } from "pg";
import { describe, expect } from "vitest";
import { createDb, withConnection } from "@/db/client";
import { decideWorks, takeBackDecisions } from "@/db/commands/import/decide-works";
import { undoImport } from "@/db/commands/import/undo-import";
import { test } from "@/db/testing/fixtures";
import { SLUG, TWO_WINTERS, titlesOf, WINTERS } from "@/db/testing/lighthouses";
import { addPerson } from "@/db/testing/people";
import { contentOf } from "@/db/testing/snapshot";
import { takeRecords } from "@/db/testing/take-records";
import { preview, run, sendFile, shown } from "@/db/testing/uploads";
import type { Decision } from "@/lib/import/decision";
import type { ImportReport } from "@/lib/import/report";
import { workOnce } from "./worker";

const FILE = [
  { type: "spokes", version: 1, source: "test" },
  {
    type: "hub",
    work: { title: "A census of lighthouses and their keepers", identifiers: ["doi:10.5555/hub"] },
  },
  { type: "citation", hub: "doi:10.5555/hub", work: { title: WINTERS, authors: ["Ada Beam"] } },
  {
    type: "citation",
    hub: "doi:10.5555/hub",
    work: { title: "Both at once", identifiers: ["doi:10.5555/a", "doi:10.5555/b"] },
  },
]
  .map((line) => JSON.stringify(line))
  .join("\n");

async function previewed(pool: Pool): Promise<{ id: number; report: ImportReport }> {
  await withConnection(pool, (connection) => takeRecords(connection, TWO_WINTERS));
  const id = await sendFile(pool, FILE);
  await preview(pool, id);
  return { id, report: await previewedAnew(pool, id) };
}

async function previewedAnew(pool: Pool, id: number): Promise<ImportReport> {
  await workOnce(pool, "w");
  const { status, failure, preview: report } = await shown(pool, id);
  expect({ status, failure }).toEqual({ status: "previewed", failure: null });
  if (!report) throw new Error("there is no preview");
  return report;
}

const keysOf = ({ ambiguous }: ImportReport) => ambiguous.flatMap(({ question }) => question?.key ?? []);

async function decide(pool: Pool, importRunId: number, decisions: [string, Decision][]) {
  const db = createDb(pool);
  const byUserId = await addPerson(db, { role: "admin" });
  await decideWorks(db, { importRunId, byUserId, address: "", decisions: new Map(decisions) });
}

const idOf = async (pool: Pool, value: string) => {
  const { rows } = await pool.query("select work_id as id from work_identifier where value = $1", [value]);
  return Number(rows[0].id);
};

describe("an ambiguous work of a preview", () => {
  test("is shown with the works that may be meant and with what speaks for each", async ({ freshPool }) => {
    const { report } = await previewed(freshPool);
    const [both, winters] = [...report.ambiguous].sort((a, b) => (a.work < b.work ? -1 : 1));
    expect(winters).toMatchObject({
      work: WINTERS,
      reason: "its title fits 2 known works",
      question: {
        identifiers: [],
        candidates: [
          {
            title: WINTERS,
            year: 2004,
            identifiers: ["doi:10.5555/a"],
            agrees: ["title", "cited hub"],
            differs: [],
          },
          {
            title: WINTERS,
            year: 2005,
            identifiers: ["doi:10.5555/b"],
            agrees: ["title", "cited hub"],
            differs: [],
          },
        ],
      },
    });
    expect(both?.question?.candidates).toMatchObject([
      { is: { workId: await idOf(freshPool, "10.5555/a") }, agrees: ["doi", "cited hub"] },
      { is: { workId: await idOf(freshPool, "10.5555/b") }, agrees: ["doi", "cited hub"] },
    ]);
  });

  test("goes in as the known work that an admin chose, in the preview and in the run", async ({
    freshPool,
  }) => {
    const { id, report } = await previewed(freshPool);
    const workId = await idOf(freshPool, "10.5555/b");
    await decide(
      freshPool,
      id,
      keysOf(report).map((key) => [key, { kind: "work", workId }]),
    );
    const second = await previewedAnew(freshPool, id);
    expect(second).toMatchObject({
      ambiguous: [],
      works: { created: 0, updated: 2 },
      citations: { created: 0, unchanged: 1 },
    });
    await run(freshPool, id);
    await workOnce(freshPool, "w");
    expect((await shown(freshPool, id)).report).toEqual(second);
    expect(await titlesOf(createDb(freshPool), SLUG)).toHaveLength(2);
  });

  test("that is decided to be new is made once, however often the import is tried, and goes by an undo", async ({
    freshPool,
  }) => {
    const { id, report } = await previewed(freshPool);
    const db = createDb(freshPool);
    const before = await contentOf(db);
    await decide(
      freshPool,
      id,
      keysOf(report).map((key) => [key, { kind: "new" }]),
    );
    expect((await previewedAnew(freshPool, id)).works.created).toBe(2);
    expect(await contentOf(db)).toEqual(before);
    await run(freshPool, id);
    await workOnce(freshPool, "w");
    const after = await contentOf(db);
    expect(await titlesOf(db, SLUG)).toEqual(["Both at once", WINTERS, WINTERS, WINTERS]);
    await freshPool.query("update import_run set status = 'failed' where id = $1", [id]);
    await run(freshPool, id);
    await workOnce(freshPool, "w");
    expect((await shown(freshPool, id)).report).toMatchObject({
      works: { created: 0, unchanged: 3 },
      ambiguous: [],
    });
    expect(await contentOf(db)).toEqual(after);
    await freshPool.query("update import_run set status = 'undoing', lease_by = 'u' where id = $1", [id]);
    await withConnection(freshPool, (connection) => undoImport(connection, { importRunId: id, holder: "u" }));
    expect(await contentOf(db)).toEqual(before);
  });

  test("that is left out is named as such, and what hangs on it too", async ({ freshPool }) => {
    const { id, report } = await previewed(freshPool);
    await decide(
      freshPool,
      id,
      keysOf(report).map((key) => [key, { kind: "leave_out" }]),
    );
    const second = await previewedAnew(freshPool, id);
    expect(second.ambiguous).toEqual([]);
    expect(second.rejected.map(({ reason }) => reason).sort()).toEqual([
      "left out, as decided here",
      "left out, as decided here",
      "the citing work is left out, as decided here",
      "the citing work is left out, as decided here",
    ]);
  });

  test("is asked for again when the decision is taken back", async ({ freshPool }) => {
    const { id, report } = await previewed(freshPool);
    const keys = keysOf(report);
    await decide(
      freshPool,
      id,
      keys.map((key) => [key, { kind: "new" }]),
    );
    await previewedAnew(freshPool, id);
    const db = createDb(freshPool);
    const byUserId = await addPerson(db, { role: "admin" });
    await takeBackDecisions(db, { importRunId: id, byUserId, address: "", keys });
    expect(await previewedAnew(freshPool, id)).toEqual(report);
  });

  test("takes no answer that the preview does not offer, and none while the import is under way", async ({
    freshPool,
  }) => {
    const { id, report } = await previewed(freshPool);
    const [key = ""] = keysOf(report);
    const noise = await idOf(freshPool, "10.5555/noise");
    await expect(decide(freshPool, id, [[key, { kind: "work", workId: noise }]])).rejects.toThrow(
      "another one by now",
    );
    await expect(decide(freshPool, id, [["elsewhere", { kind: "new" }]])).rejects.toThrow(
      "another one by now",
    );
    await run(freshPool, id);
    await expect(decide(freshPool, id, [[key, { kind: "new" }]])).rejects.toThrow("under way or done");
  });
});
