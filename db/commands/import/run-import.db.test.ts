import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect } from "vitest";
import type { Connection } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { arxiv, citation, doi, hub, LIGHTHOUSES, NOISE, work } from "@/db/testing/lighthouses";
import { contentOf, rowVersionsOf } from "@/db/testing/snapshot";
import { recordStream, takeRecords } from "@/db/testing/take-records";
import type { ImportRecord } from "@/lib/import/record";
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

async function undone(connection: Connection, body: (inside: Connection) => Promise<void>) {
  const undo = new Error("undo");
  await connection.db
    .transaction(async (tx) => {
      await body({ db: tx, client: connection.client });
      throw undo;
    })
    .catch((error) => {
      if (error !== undo) throw error;
    });
}

function shuffled<Item>(items: readonly Item[], random: Iterator<number>): Item[] {
  return items
    .map((item) => ({ item, at: random.next().value as number }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

const TITLES = [
  "Lamps at sea and on land",
  "Keepers and their long winters",
  "Fog",
  "Beam widths",
  "The price of oil in 1890",
];

const anyWork = fc
  .record({
    title: fc.constantFrom(...TITLES),
    published: fc.option(fc.constantFrom("1999", "2004", "2004-05", "2011-01-30"), { nil: undefined }),
    author: fc.option(fc.constantFrom("Ada Beam", "Otto Fresnel"), { nil: undefined }),
    identifier: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    arxivNumber: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    summary: fc.option(fc.constantFrom("It counts lamps.", "It counts lamps and"), { nil: undefined }),
    source: fc.constantFrom("spokes", "pith", "openalex"),
  })
  .map(({ title, published, author, identifier, arxivNumber, summary, source }) => ({
    fields: JSON.parse(
      JSON.stringify({
        title,
        published,
        summary,
        authors: author && [{ name: author, family: author.split(" ")[1] }],
      }),
    ),
    identifiers: [
      ...(identifier === undefined ? [] : doi(`10.5555/${identifier}`)),
      ...(arxivNumber === undefined ? [] : arxiv(`0405.0000${arxivNumber}`)),
    ],
    source,
  }));

/** A file of up to twelve works that share titles and identifiers, tied to one another and to a hub in every way. */
const anyFile: fc.Arbitrary<ImportRecord[]> = fc
  .tuple(
    fc.array(anyWork, { minLength: 1, maxLength: 12 }),
    fc.array(
      fc.tuple(fc.nat(11), fc.nat(11), fc.constantFrom("citation", "context", "reference", "suggestion")),
      { maxLength: 30 },
    ),
  )
  .map(([works, ties]) => [
    LIGHTHOUSES,
    hub("hub"),
    ...works.map((one, i): ImportRecord => ({ kind: "work", key: `w${i}`, ...one })),
    ...ties.flatMap(([a, b, kind]): ImportRecord[] => {
      const cites = citation("hub", `w${a}`);
      if (kind === "reference") return [{ kind, citing: `w${a}`, cited: `w${b}` }];
      const text = `Sentence ${b % 3} speaks of [1].`;
      if (kind === "context")
        return [cites, { kind, hub: "hub", citing: `w${a}`, text, position: b % 2, source: "spokes" }];
      if (kind === "suggestion")
        return [
          cites,
          {
            kind,
            hub: "hub",
            citing: `w${a}`,
            original: `label ${b % 3}`,
            polarity: b % 2 ? "mixed" : "neutral",
            source: "m",
          },
        ];
      return [cites];
    }),
  ]);
