import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { listCiters } from "@/db/queries/citers";
import { getProvenance } from "@/db/queries/provenance";
import { lastAct } from "@/db/testing/acts";
import { test as base } from "@/db/testing/administered";
import { doi, work } from "@/db/testing/lighthouses";
import { takeRecords } from "@/db/testing/take-records";
import { withdrawSummary, writeSummary } from "./write-summary";

const IMPORTED = "The paper counts keepers and finds many.";
const OWN = "The authors count keepers at forty lights, and find two at each.";

const test = base.extend<{ workId: number }>({
  workId: async ({ connection, world: { hubId } }, use) => {
    await takeRecords(connection, [
      work(
        "c",
        { title: "A citing paper with the number 1 of keepers", published: "2002", summary: IMPORTED },
        [...(doi("10.5555/keepers.1") ?? [])],
      ),
    ]);
    const { rows } = await connection.db.execute<{ id: number }>(sql`
      select c.work_id as id from citation c join work w on w.id = c.work_id
      where c.hub_id = ${hubId} and w.year = 2002`);
    await use(rows[0]?.id ?? 0);
  },
});

async function summaryOf(db: Db, workId: number) {
  const { rows } = await db.execute(sql`
    select summary, summary_source as source, summary_problem as problem from work where id = ${workId}`);
  return rows[0];
}

const withSummary = async (db: Db, hubId: number) => {
  const { citers } = await listCiters(db, hubId, { sort: "newest", after: null, limit: 10 });
  return citers.flatMap(({ summary }) => summary ?? []);
};

test("an admin's summary is shown instead of the imported one, which is kept; every other work keeps its own", async ({
  db,
  world: { act, hubId, noiseId },
  workId,
}) => {
  const { byUserId, address } = act;
  await writeSummary(db, { workId, byUserId, address, summary: OWN });
  expect(await withSummary(db, hubId)).toEqual([OWN]);
  expect(await withSummary(db, noiseId)).toEqual([]);
  expect(await summaryOf(db, workId)).toEqual({ summary: OWN, source: "admin", problem: null });
  expect((await getProvenance(db, workId)).said.map(({ source }) => source)).toEqual([
    "spokes",
    "spokes",
    "admin",
  ]);
  const found = await db.execute(sql`select id from work where search @@ plainto_tsquery('simple', 'forty')`);
  expect(found.rows).toEqual([{ id: workId }]);
  expect(await lastAct(db)).toEqual({
    actorId: byUserId,
    action: "work.write_summary",
    subject: `work:${workId}`,
    detail: { summary: OWN },
    address,
  });
});

test("the same file again does not bring the imported summary back", async ({
  connection,
  world: { act },
  workId,
}) => {
  const { db } = connection;
  await writeSummary(db, { ...act, workId, summary: OWN });
  await takeRecords(connection, [
    work(
      "c",
      { title: "A citing paper with the number 1 of keepers", summary: "Another word on it is given." },
      [...(doi("10.5555/keepers.1") ?? [])],
    ),
  ]);
  expect(await summaryOf(db, workId)).toMatchObject({ summary: OWN });
});

test("a summary that was taken back gives way to the imported one, and can be written again", async ({
  db,
  world: { act },
  workId,
}) => {
  const of = { ...act, workId };
  await expect(withdrawSummary(db, of)).rejects.toThrow("no summary of your own");
  await writeSummary(db, { ...of, summary: OWN });
  await withdrawSummary(db, of);
  expect(await summaryOf(db, workId)).toEqual({ summary: IMPORTED, source: "spokes", problem: null });
  await expect(withdrawSummary(db, of)).rejects.toThrow("no summary of your own");
  await writeSummary(db, { ...of, summary: OWN });
  expect(await summaryOf(db, workId)).toMatchObject({ summary: OWN });
});

test.for([
  ["The keepers were", "a sentence cut short"],
  ["A citing paper with the number 1", "a repeat of the title"],
  ["Error: no summary.", "an error message"],
])(
  "“%s” is refused as a summary, and nothing changes",
  async ([summary = "", why], { db, world: { act }, workId }) => {
    await expect(writeSummary(db, { ...act, workId, summary })).rejects.toThrow(why);
    expect(await summaryOf(db, workId)).toMatchObject({ summary: IMPORTED });
  },
);
