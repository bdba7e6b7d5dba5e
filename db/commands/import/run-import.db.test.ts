import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect } from "vitest";
import type { Connection, Db } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { contentOf, rowVersionsOf } from "@/db/testing/snapshot";
import { recordStream, takeRecords } from "@/db/testing/take-records";
import type { ImportRecord } from "@/lib/import/record";
import { previewImport } from "./run-import";

type Fields = Extract<ImportRecord, { kind: "work" }>["fields"];
type Identifiers = Extract<ImportRecord, { kind: "work" }>["identifiers"];

const work = (
  key: string,
  fields: Fields = {},
  identifiers: Identifiers = [],
  source = "spokes",
): ImportRecord => ({
  kind: "work",
  key,
  fields,
  identifiers,
  source,
});
const doi = (value: string): Identifiers => [{ scheme: "doi", value }];
const arxiv = (value: string): Identifiers => [{ scheme: "arxiv", value }];
const hub = (key: string): ImportRecord => ({ kind: "hub", work: key });
const citation = (hubKey: string, citing: string): ImportRecord => ({
  kind: "citation",
  hub: hubKey,
  citing,
});

const LIGHTHOUSES = work(
  "hub",
  { title: "A census of lighthouses and their keepers", published: "1999" },
  doi("10.5555/hub"),
);

/** Rows of another hub, so that a forgotten condition shows. */
const NOISE: ImportRecord[] = [
  work("noise", { title: "On the tides of an invented sea" }, doi("10.5555/noise")),
  hub("noise"),
  work("n1", { title: "Tides and the people who read them", published: "2003" }, doi("10.5555/n1")),
  citation("noise", "n1"),
  { kind: "context", hub: "noise", citing: "n1", text: "We follow the tables of [1].", source: "spokes" },
  { kind: "reference", citing: "n1", cited: "hub2" },
  work("hub2", { title: "Something else entirely, and unrelated" }, doi("10.5555/other")),
];

async function titlesOf(db: Db, slug: string) {
  const { rows } = await db.execute<{ title: string }>(sql`
    select w.title from citation c join hub h on h.id = c.hub_id join work w on w.id = c.work_id
    where h.slug = ${slug} order by w.title`);
  return rows.map((row) => row.title);
}

const SLUG = "a-census-of-lighthouses-and-their-keepers";

describe("matching", () => {
  test("a row with an identifier means the work that has it, whatever its title says", async ({
    connection,
  }) => {
    await takeRecords(connection, NOISE);
    await takeRecords(connection, [
      LIGHTHOUSES,
      hub("hub"),
      work("a", { title: "Lamps at sea" }, doi("10.5555/a")),
      citation("hub", "a"),
    ]);
    const again = await takeRecords(connection, [
      work("b", { title: "Lamps at sea: a second look" }, doi("10.5555/a")),
    ]);
    expect(again.works).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect(await titlesOf(connection.db, SLUG)).toEqual(["Lamps at sea: a second look"]);
  });

  test("among the citers of one hub a missing year, author or identifier is no obstacle", async ({
    connection,
  }) => {
    const title = "How keepers spent their winters";
    await takeRecords(connection, [
      ...NOISE,
      LIGHTHOUSES,
      hub("hub"),
      work("a", { title }, [], "pith"),
      citation("hub", "a"),
    ]);
    const report = await takeRecords(connection, [
      LIGHTHOUSES,
      hub("hub"),
      work(
        "b",
        {
          title: "How Keepers Spent Their Winters.",
          published: "2004-05",
          authors: [{ name: "Ada Beam", family: "Beam" }],
        },
        arxiv("0405.00001"),
      ),
      citation("hub", "b"),
    ]);
    expect(report.works).toEqual({ created: 0, updated: 1, unchanged: 1 });
    expect(report.citations).toEqual({ created: 0, updated: 0, unchanged: 1 });
  });

  test("the same title elsewhere, without year and author, is another work", async ({ connection }) => {
    const title = "How keepers spent their winters";
    await takeRecords(connection, [...NOISE, work("a", { title }, doi("10.5555/elsewhere"))]);
    const report = await takeRecords(connection, [
      LIGHTHOUSES,
      hub("hub"),
      work("b", { title }),
      citation("hub", "b"),
    ]);
    expect(report.works.created).toBe(2);
  });

  test("title, year and first author together find a work anywhere", async ({ connection }) => {
    const fields = {
      title: "How keepers spent their winters",
      published: "2004",
      authors: [{ name: "Ada Beam", family: "Beam" }],
    };
    await takeRecords(connection, [...NOISE, work("a", fields, doi("10.5555/a"))]);
    const report = await takeRecords(connection, [work("b", { ...fields, published: "2004-11" })]);
    expect(report.works).toEqual({ created: 0, updated: 1, unchanged: 0 });
  });

  test("a different identifier of the same scheme keeps two works apart", async ({ connection }) => {
    const fields = {
      title: "How keepers spent their winters",
      published: "2004",
      authors: [{ name: "Ada Beam", family: "Beam" }],
    };
    await takeRecords(connection, [work("a", fields, doi("10.5555/a"))]);
    const report = await takeRecords(connection, [work("b", fields, doi("10.5555/b"))]);
    expect(report.works.created).toBe(1);
  });

  test("a title that fits two citers is ambiguous, is left out and is listed", async ({ connection }) => {
    const title = "How keepers spent their winters";
    await takeRecords(connection, [
      ...NOISE,
      LIGHTHOUSES,
      hub("hub"),
      work("a", { title, published: "2004" }, doi("10.5555/a")),
      work("b", { title, published: "2005" }, doi("10.5555/b")),
      citation("hub", "a"),
      citation("hub", "b"),
    ]);
    const report = await takeRecords(connection, [
      LIGHTHOUSES,
      hub("hub"),
      work("c", { title }),
      citation("hub", "c"),
    ]);
    expect(report.ambiguous).toEqual([{ work: title, reason: "its title fits 2 known works" }]);
    expect(report.rejected).toEqual([
      { where: "citation of hub by c", reason: "the citing work is ambiguous" },
    ]);
    expect(await titlesOf(connection.db, SLUG)).toEqual([title, title]);
  });

  test("a title of one word never matches by title", async ({ connection }) => {
    const first = [
      LIGHTHOUSES,
      hub("hub"),
      work("a", { title: "Introduction" }, doi("10.5555/a")),
      citation("hub", "a"),
    ];
    await takeRecords(connection, [...NOISE, ...first]);
    const report = await takeRecords(connection, [
      LIGHTHOUSES,
      hub("hub"),
      work("b", { title: "Introduction" }),
      citation("hub", "b"),
    ]);
    expect(report.works.created).toBe(1);
    expect(await titlesOf(connection.db, SLUG)).toEqual(["Introduction", "Introduction"]);
  });

  test("a title of two or three words matches a citer of which nothing else is known, and no other", async ({
    connection,
  }) => {
    await takeRecords(connection, [
      ...NOISE,
      LIGHTHOUSES,
      hub("hub"),
      work("a", { title: "Lamp Anything" }, [], "pith"),
      citation("hub", "a"),
    ]);
    const named = work("b", { title: "Lamp anything", published: "2004" }, arxiv("0405.00001"));
    expect(
      (await takeRecords(connection, [LIGHTHOUSES, hub("hub"), named, citation("hub", "b")])).works.created,
    ).toBe(0);
    const other = work("c", { title: "Lamp anything", published: "2004", authors: [{ name: "Ada Beam" }] });
    expect(
      (await takeRecords(connection, [LIGHTHOUSES, hub("hub"), other, citation("hub", "c")])).works.created,
    ).toBe(1);
  });

  test("identifiers of two known works in one row are ambiguous", async ({ connection }) => {
    await takeRecords(connection, [
      work("a", { title: "One" }, doi("10.5555/a")),
      work("b", { title: "Two" }, arxiv("0405.00001")),
    ]);
    const report = await takeRecords(connection, [
      work("c", { title: "Both" }, [...doi("10.5555/a"), ...arxiv("0405.00001")]),
    ]);
    expect(report.ambiguous).toEqual([
      { work: "Both", reason: "its identifiers belong to 2 different works" },
    ]);
  });

  test("a second arXiv number for a known work stays with the record and is remarked on", async ({
    connection,
  }) => {
    await takeRecords(connection, [
      work("a", { title: "Lamps" }, [...doi("10.5555/a"), ...arxiv("0405.00001")]),
    ]);
    const report = await takeRecords(connection, [
      work("a", { title: "Lamps" }, [...doi("10.5555/a"), ...arxiv("0405.09999")], "other"),
    ]);
    expect(report.warnings).toEqual([
      {
        where: "Lamps",
        message: "other gives arxiv:0405.09999, but another one is known; kept with the record only.",
      },
    ]);
    const { rows } = await connection.db.execute(
      sql`select value from work_identifier where scheme = 'arxiv'`,
    );
    expect(rows).toEqual([{ value: "0405.00001" }]);
    const { rows: said } = await connection.db.execute(
      sql`select identifiers from source_record where source = 'other'`,
    );
    expect(said).toEqual([{ identifiers: ["arxiv:0405.09999", "doi:10.5555/a"] }]);
  });
});

describe("short titles", () => {
  const named = (title: string, key: string) => work(key, { title });

  test("one word stands for as many works as there are hubs whose citers have it", async ({ connection }) => {
    const both = ["hub", "noise"].flatMap((key) => [
      named("Introduction", `title:introduction|||${key}`),
      citation(key, `title:introduction|||${key}`),
    ]);
    const records = [...NOISE, LIGHTHOUSES, hub("hub"), ...both];
    await takeRecords(connection, records);
    const again = await takeRecords(connection, records);
    expect(again.works.created).toBe(0);
    const { rows } = await connection.db.execute(sql`
      select count(*)::int as works from work where title = 'Introduction'`);
    expect(rows).toEqual([{ works: 2 }]);
  });

  test("a reference of which only a short title is known is left out, and said to be", async ({
    connection,
  }) => {
    const report = await takeRecords(connection, [
      ...NOISE,
      named("Preface", "p"),
      { kind: "reference", citing: "n1", cited: "p" },
    ]);
    expect(report.ambiguous).toEqual([
      { work: "Preface", reason: "nothing but a short title is known of it" },
    ]);
    expect(report.rejected).toEqual([
      { where: "reference of p by n1", reason: "the cited work is ambiguous" },
    ]);
  });

  test("a hub is not found by a short title alone", async ({ connection }) => {
    const fields = {
      title: "Deep lamps",
      published: "2015",
      authors: [{ name: "Ada Beam", family: "Beam" }],
    };
    await takeRecords(connection, [work("a", fields, doi("10.5555/deep")), hub("a")]);
    const report = await takeRecords(connection, [work("b", { title: "Deep lamps" }, [], "other"), hub("b")]);
    expect(report.hubs).toEqual(["deep-lamps-2"]);
  });
});

describe("what a source says", () => {
  const fieldOf = async (db: Db, field: "title" | "venue" | "published") => {
    const { rows } = await db.execute<{ value: string }>(
      sql`select ${sql.identifier(field)} as value from work w join work_identifier i on i.work_id = w.id where i.value = '10.5555/a'`,
    );
    return rows[0]?.value;
  };

  test("the latest word of one source counts, also when it goes back to an earlier one", async ({
    connection,
  }) => {
    const said = (venue: string) => [work("a", { title: "Lamps", venue }, doi("10.5555/a"))];
    await takeRecords(connection, NOISE);
    for (const venue of ["Harbour Letters", "Harbour Reviews", "Harbour Letters"]) {
      await takeRecords(connection, said(venue));
      expect(await fieldOf(connection.db, "venue")).toBe(venue);
    }
    const { rows } = await connection.db.execute(
      sql`select count(*)::int as n from source_record where source = 'spokes' and fields ? 'venue'`,
    );
    expect(rows).toEqual([{ n: 3 }]);
  });

  test("a source that is silent on a field takes nothing away", async ({ connection }) => {
    await takeRecords(connection, [
      work("a", { title: "Lamps", venue: "Harbour Letters", published: "2004" }, doi("10.5555/a")),
    ]);
    await takeRecords(connection, [
      work("a", { title: "Lamps", published: "2004-05" }, doi("10.5555/a"), "pith"),
    ]);
    expect(await fieldOf(connection.db, "venue")).toBe("Harbour Letters");
    expect(await fieldOf(connection.db, "published")).toBe("2004-05");
  });
});

describe("citations", () => {
  test("what names no work, no hub or itself is refused with its reason, all else goes in", async ({
    connection,
  }) => {
    const report = await takeRecords(connection, [
      ...NOISE,
      LIGHTHOUSES,
      hub("hub"),
      work("a", { title: "Lamps" }, doi("10.5555/a")),
      citation("hub", "a"),
      citation("hub", "nobody"),
      citation("a", "hub"),
      citation("hub", "hub"),
      { kind: "reference", citing: "a", cited: "a" },
    ]);
    expect(report.rejected).toEqual([
      { where: "citation of a by hub", reason: "the cited work is not a hub" },
      { where: "citation of hub by hub", reason: "a work cannot cite itself" },
      { where: "citation of hub by nobody", reason: "the file does not describe the work nobody" },
      { where: "reference of a by a", reason: "a work cannot cite itself" },
    ]);
    expect(await titlesOf(connection.db, SLUG)).toEqual(["Lamps"]);
  });

  test("a sentence that stands in a paper twice is two contexts, each with its own label", async ({
    connection,
  }) => {
    const sentence = {
      kind: "context",
      hub: "hub",
      citing: "a",
      text: "So did [4].",
      source: "spokes",
    } as const;
    const label = {
      kind: "suggestion",
      hub: "hub",
      citing: "a",
      contextText: "So did [4].",
      original: "x",
      source: "m",
    } as const;
    const records: ImportRecord[] = [
      LIGHTHOUSES,
      hub("hub"),
      work("a", { title: "Lamps" }, doi("10.5555/a")),
      citation("hub", "a"),
      { ...sentence, position: 3 },
      { ...sentence, position: 9 },
      { ...label, contextPosition: 3, polarity: "neutral" },
      { ...label, contextPosition: 9, polarity: "supporting" },
    ];
    const report = await takeRecords(connection, records);
    expect(report.contexts.created).toBe(2);
    expect(report.suggestions.created).toBe(2);
    const { rows } = await connection.db.execute(sql`
      select x.position, s.polarity from suggestion s join citation_context x on x.id = s.context_id order by 1`);
    expect(rows).toEqual([
      { position: 3, polarity: "neutral" },
      { position: 9, polarity: "supporting" },
    ]);
  });

  test("--hub gives the file's only hub its address, and later names the hub that it is", async ({
    connection,
  }) => {
    const first = [
      work("x", { title: "A census of lighthouses and their keepers" }),
      hub("x"),
      work("a", { title: "Lamps" }, doi("10.5555/a")),
      citation("x", "a"),
    ];
    expect((await takeRecords(connection, first, { hubSlug: "lighthouses" })).hubs).toEqual(["lighthouses"]);
    const second = [
      work("y", { title: "Lighthouses, counted" }),
      hub("y"),
      work("b", { title: "Beams" }, doi("10.5555/b")),
      citation("y", "b"),
    ];
    expect((await takeRecords(connection, second, { hubSlug: "lighthouses" })).hubs).toEqual(["lighthouses"]);
    expect(await titlesOf(connection.db, "lighthouses")).toEqual(["Beams", "Lamps"]);
  });
});

describe("--hub", () => {
  const about = (title: string): ImportRecord[] => [work("x", { title }), hub("x")];

  test("remarks on a title that the hub never had, and on an address that the hub does not get", async ({
    connection,
  }) => {
    await takeRecords(connection, about("A census of lighthouses and their keepers"), {
      hubSlug: "lighthouses",
    });
    const strange = await takeRecords(connection, about("Fog"), { hubSlug: "lighthouses" });
    expect(strange.warnings.map((warning) => warning.where)).toEqual(["Fog"]);
    const moved = await takeRecords(connection, about("A census of lighthouses and their keepers"), {
      hubSlug: "elsewhere",
    });
    expect(moved.hubs).toEqual(["lighthouses"]);
    expect(moved.warnings.map((warning) => warning.message)).toEqual([
      "this hub is already at /hubs/lighthouses and stays there; --hub elsewhere was not used.",
    ]);
  });
});

test("a hub that the file does not describe is refused by name", async ({ connection }) => {
  const report = await takeRecords(connection, [hub("zzz")]);
  expect(report.rejected).toEqual([{ where: "hub zzz", reason: "the file does not describe the work zzz" }]);
});

test("an identifier that belongs to another work is remarked on and stays there", async ({ connection }) => {
  await takeRecords(connection, [
    work("a", { title: "One" }, doi("10.5555/a")),
    work("b", { title: "Two" }, doi("10.5555/b")),
  ]);
  const report = await takeRecords(connection, [
    work("k", { title: "One" }, [...doi("10.5555/a"), ...arxiv("0405.00001")]),
    work("k", { title: "One", venue: "Harbour Letters" }, doi("10.5555/b"), "other"),
  ]);
  expect(report.warnings).toEqual([
    {
      where: "One",
      message: "other gives doi:10.5555/b, but another one is known; kept with the record only.",
    },
  ]);
});

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
