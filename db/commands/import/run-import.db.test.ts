import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { anyFile } from "@/db/testing/any-file";
import { test } from "@/db/testing/fixtures";
import { citation, doi, hub, LIGHTHOUSES, NOISE, work } from "@/db/testing/lighthouses";
import { contentOf, rowVersionsOf } from "@/db/testing/snapshot";
import { recordStream, takeRecords } from "@/db/testing/take-records";
import { undone } from "@/db/testing/undone";
import { previewImport } from "./run-import";

describe("a file as a whole", () => {
  test("a preview reports what a run would do and keeps nothing", async ({ connection }) => {
    await takeRecords(connection, NOISE);
    const before = await rowVersionsOf(connection.db);
    const records = [
      LIGHTHOUSES,
      hub("hub"),
      work("a", { title: "Lamps" }, doi("10.5555/a")),
      citation("hub", "a"),
    ];
    const preview = await previewImport(connection, {
      fileName: "x",
      format: "spokes",
      records: recordStream(records),
    });
    expect(await rowVersionsOf(connection.db)).toEqual(before);
    expect(await takeRecords(connection, records)).toEqual(preview);
  });

  test("taken in twice, any file changes nothing the second time", async ({ connection }) => {
    await fc.assert(
      fc.asyncProperty(anyFile, async (records) => {
        await undone(connection, async (inside) => {
          await takeRecords(inside, [...NOISE, ...records]);
          const before = await rowVersionsOf(inside.db);
          const report = await takeRecords(inside, [...NOISE, ...records]);
          expect(await rowVersionsOf(inside.db)).toEqual(before);
          expect(
            report.works.created + report.works.updated + report.citations.created + report.contexts.created,
          ).toBe(0);
        });
      }),
      { numRuns: 30 },
    );
  });

  test("the order of its rows, doubled rows and the size of chunks make no difference", async ({
    connection,
  }) => {
    await fc.assert(
      fc.asyncProperty(
        anyFile,
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 1, max: 7 }),
        async (records, random, chunkSize) => {
          const contents: string[][] = [];
          for (const [file, options] of [
            [records, {}],
            [shuffled([...records, ...records.slice(0, 5)], random), { chunkSize }],
          ] as const)
            await undone(connection, async (inside) => {
              await takeRecords(inside, file, options);
              contents.push(await contentOf(inside.db));
            });
          expect(contents[1]).toEqual(contents[0]);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("the hub's summary and co-citation counts equal a recount, also after deletions", async ({
    connection,
  }) => {
    await fc.assert(
      fc.asyncProperty(anyFile, anyFile, async (first, second) => {
        await undone(connection, async (inside) => {
          await takeRecords(inside, [...NOISE, ...first]);
          await takeRecords(inside, second, { chunkSize: 2 });
          await inside.db.execute(sql`delete from reference where cited_work_id % 3 = 0`);
          await inside.db.execute(sql`delete from citation where work_id % 4 = 0`);
          await inside.db.execute(sql`select refresh_citations(array(select id from work))`);
          for (const kept of ["hub_summary", "co_citation"]) {
            const recount = sql.identifier(`${kept}_recount`);
            const { rows } = await inside.db.execute(sql`
              (select * from ${sql.identifier(kept)} where citers <> 0 except select * from ${recount})
              union all (select * from ${recount} except select * from ${sql.identifier(kept)})`);
            expect(rows).toEqual([]);
          }
        });
      }),
      { numRuns: 20 },
    );
  });
});

function shuffled<Item>(items: readonly Item[], random: Iterator<number>): Item[] {
  return items
    .map((item) => ({ item, at: random.next().value as number }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
