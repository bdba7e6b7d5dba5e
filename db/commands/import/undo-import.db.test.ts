import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect } from "vitest";
import type { Connection } from "@/db/client";
import { anyFile } from "@/db/testing/any-file";
import { test } from "@/db/testing/fixtures";
import { doi, hub, LIGHTHOUSES, NOISE, work } from "@/db/testing/lighthouses";
import { addPerson } from "@/db/testing/people";
import { differences } from "@/db/testing/recount";
import { contentOf } from "@/db/testing/snapshot";
import { takeRecords } from "@/db/testing/take-records";
import { undone } from "@/db/testing/undone";
import { votableHub, vote } from "@/db/testing/votable";
import type { Target } from "@/lib/citation/target-key";
import type { ImportRecord } from "@/lib/import/record";
import { refuseUndo } from "./steer-import";
import { undoImport } from "./undo-import";

/** Undoes the import that came last, as the worker would. In a test all imports run at one moment, so each is put later. */
async function undoLast(connection: Connection) {
  const { rows } = await connection.db.execute<{ id: number }>(sql`
    update import_run set status = 'undoing', lease_by = 'w', ran_at = now() + interval '1 second'
    where id = (select max(id) from import_run) returning id`);
  const importRunId = rows[0]?.id ?? 0;
  await undoImport(connection, { importRunId, holder: "w" });
  return importRunId;
}

describe("an import that is undone", () => {
  test("leaves what was there before, whatever both files say", async ({ connection }) => {
    await fc.assert(
      fc.asyncProperty(anyFile, anyFile, async (first, second) => {
        await undone(connection, async (inside) => {
          await takeRecords(inside, [...NOISE, ...first]);
          const before = await contentOf(inside.db);
          await takeRecords(inside, second, { chunkSize: 3 });
          await undoLast(inside);
          expect(await contentOf(inside.db)).toEqual(before);
          expect(await differences(inside.db)).toEqual([]);
        });
      }),
      { numRuns: 40 },
    );
  });

  test("gives every row that it changed the values back that it had", async ({ connection }) => {
    const { db } = connection;
    const said = (n: number): ImportRecord[] => [
      ...NOISE,
      LIGHTHOUSES,
      hub("hub"),
      work(
        "a",
        { title: "Lamps and their many keepers", published: n === 1 ? "2004" : "2005" },
        doi("10.5555/a"),
      ),
      {
        kind: "citation",
        hub: "hub",
        citing: "a",
        ...(n === 1 ? {} : { isInfluential: true, isSelf: true }),
      },
      { kind: "claim", hub: "hub", number: 1, text: `Claim as of file ${n}.` },
      { kind: "reported_count", hub: "hub", axis: "citers", value: "all", count: 7 * n, source: "openalex" },
      {
        kind: "context",
        hub: "hub",
        citing: "a",
        text: "We follow [1].",
        source: "spokes",
        ...(n === 1 ? {} : { position: 0, section: "Methods", before: "So it was." }),
      },
      {
        kind: "suggestion",
        hub: "hub",
        citing: "a",
        original: "label",
        polarity: n === 1 ? "neutral" : "mixed",
        confidence: n / 4,
        source: "m",
      },
    ];
    await takeRecords(connection, said(1));
    const before = await contentOf(db);
    const report = await takeRecords(connection, said(2));
    for (const kind of ["citations", "contexts", "suggestions"] as const)
      expect(report[kind].updated, kind).toBe(1);
    await undoLast(connection);
    expect(await contentOf(db)).toEqual(before);
    expect(await differences(db)).toEqual([]);
  });

  test("loses no vote: what people voted on is hidden, with its work, and the rest goes", async ({
    connection,
  }) => {
    const { db } = connection;
    await takeRecords(connection, votableHub("tides", 3));
    const before = await contentOf(db);
    await takeRecords(connection, votableHub("fogs", 4));
    const { rows: targets } = await db.execute<Target & Record<string, unknown>>(sql`
      select x.hub_id as "hubId", x.work_id as "workId", x.id as "contextId" from citation_context x
      join hub h on h.id = x.hub_id where h.slug = 'fogs' order by x.work_id, x.position`);
    await vote(db, await addPerson(db), targets[0] as Target);
    const id = await undoLast(connection);
    const { rows: kept } = await db.execute(sql`
      select w.title, c.hidden_reason as citation, x.hidden_reason as context, c.votes, h.status
      from citation c join citation_context x using (hub_id, work_id) join work w on w.id = c.work_id
      join hub h on h.id = c.hub_id where c.import_run_id = ${id}`);
    const reason = "the import that brought it was undone";
    expect(kept).toEqual([
      {
        title: "A citing paper with the number 1 of fogs",
        citation: reason,
        context: reason,
        votes: 0,
        status: "hidden",
      },
    ]);
    expect((await db.execute(sql`select 1 from vote`)).rows.length).toBe(1);
    expect(await differences(db)).toEqual([]);
    const standing = (await contentOf(db)).filter((line) => !line.includes("fogs"));
    expect(standing).toEqual(before);
    const { rows } = await db.execute(sql`select status, ran_at as "ranAt" from import_run where id = ${id}`);
    expect(rows).toEqual([{ status: "undone", ranAt: null }]);
  });

  test("comes back as it was when its file is taken in again", async ({ connection }) => {
    const { db } = connection;
    await takeRecords(connection, votableHub("keepers", 3));
    const before = await contentOf(db);
    await undoLast(connection);
    expect(await contentOf(db)).toEqual([]);
    await takeRecords(connection, votableHub("keepers", 3));
    expect(await contentOf(db)).toEqual(before);
  });

  test("waits for those that ran after it", async ({ connection }) => {
    const { db } = connection;
    await takeRecords(connection, votableHub("tides", 1));
    await takeRecords(connection, votableHub("keepers", 1));
    const { rows } = await db.execute<{ id: number }>(sql`
      update import_run set ran_at = ran_at + id * interval '1 second', file_name = file_name || id returning id`);
    const [first, second] = rows.map(({ id }) => id).sort((a, b) => a - b) as [number, number];
    await expect(refuseUndo(db, first)).rejects.toThrow(`beginning with made-up.jsonl${second}`);
    await refuseUndo(db, second);
  });
});
