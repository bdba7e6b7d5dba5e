import fc from "fast-check";
import { expect } from "vitest";
import { test } from "@/db/testing/fixtures";
import { takeRecords } from "@/db/testing/take-records";
import { EVERYTHING } from "@/lib/citation/query";
import { parseQuery } from "@/lib/citation/query-language";
import type { ImportRecord, WorkFields } from "@/lib/import/record";
import type { Connection, Db } from "../client";
import { CITER_SORTS, type CiterCursor, type CiterSort } from "./citer-order";
import { countCiters, listCiters } from "./citers";
import { getHub } from "./hub";

/** A hub with these citers, and another one with citers of the same words and years. */
async function makeHub(connection: Connection, citers: readonly WorkFields[]): Promise<number> {
  const work = (key: string, fields: WorkFields): ImportRecord => ({
    kind: "work",
    key,
    fields,
    identifiers: [{ scheme: "doi", value: `10.5555/${key}` }],
    source: "spokes",
  });
  await takeRecords(
    connection,
    ["hub", "noise"].flatMap((hub) => [
      work(hub, { title: `All about ${hub}` }),
      { kind: "hub", work: hub, slug: hub } as const,
      ...citers.flatMap((fields, i): ImportRecord[] => [
        work(`${hub}.${i}`, { ...fields, title: `${fields.title ?? ""} ${hub} ${i}` }),
        { kind: "citation", hub, citing: `${hub}.${i}` },
      ]),
    ]),
  );
  const hub = await getHub(connection.db, "hub");
  return hub?.id ?? 0;
}

async function titles(db: Db, hubId: number, text: string, sort: CiterSort = "newest") {
  const { citers } = await listCiters(db, hubId, {
    query: parseQuery(text).query,
    sort,
    after: null,
    limit: 100,
  });
  return citers.map((citer) => citer.title);
}

test("each order puts works without a date last", async ({ connection }) => {
  const hub = await makeHub(connection, [
    { title: "no date", citedByCount: 5 },
    { title: "in May", published: "2021-05", citedByCount: 9 },
    { title: "early", published: "1999" },
    { title: "in 2021", published: "2021" },
  ]);
  const { db } = connection;
  expect(await titles(db, hub, "", "newest")).toEqual([
    "in May hub 1",
    "in 2021 hub 3",
    "early hub 2",
    "no date hub 0",
  ]);
  expect(await titles(db, hub, "", "oldest")).toEqual([
    "early hub 2",
    "in 2021 hub 3",
    "in May hub 1",
    "no date hub 0",
  ]);
  expect((await titles(db, hub, "", "most_cited")).slice(0, 2)).toEqual(["in May hub 1", "no date hub 0"]);
});

test("words are found without accents, unfinished, in title, authors and a summary that may be shown", async ({
  connection,
}) => {
  const hub = await makeHub(connection, [
    { title: "Über Leuchttürme", authors: [{ name: "Ana Müller" }] },
    { title: "Beams", summary: "It counts the lamps of Oʼahu." },
    { title: "Waves", summary: "It counts the lamps of Oʼahu and" },
  ]);
  const { db } = connection;
  expect(await titles(db, hub, "leuchtturm uber")).toEqual(["Über Leuchttürme hub 0"]);
  expect(await titles(db, hub, "muller leucht")).toEqual(["Über Leuchttürme hub 0"]);
  expect(await titles(db, hub, "lamps")).toEqual(["Beams hub 1"]);
  expect(await titles(db, hub, "Oʼahu")).toEqual(["Beams hub 1"]);
  expect(await titles(db, hub, "lighthouse")).toEqual([]);
});

test("years bound the list on both sides and leave undated works out", async ({ connection }) => {
  const hub = await makeHub(connection, [
    { published: "1999" },
    { published: "2004-05" },
    { published: "2011" },
    {},
  ]);
  expect(await countCiters(connection.db, hub, parseQuery("year:2000..2004").query)).toBe(1);
  expect(await countCiters(connection.db, hub, parseQuery("year:2004..").query)).toBe(2);
  expect(await countCiters(connection.db, hub, EVERYTHING)).toBe(4);
});

test("no words whatever make the search fail", async ({ connection }) => {
  const hub = await makeHub(connection, [{ title: "ŉ Oʼahu" }]);
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 30 }),
        fc
          .tuple(fc.constantFrom("field:", "venue:", "author:", '"', "-"), fc.string({ maxLength: 9 }))
          .map((all) => all.join("")),
      ),
      async (text) => {
        const { query } = parseQuery(text);
        await expect(countCiters(connection.db, hub, query)).resolves.toBeGreaterThanOrEqual(0);
      },
    ),
    { numRuns: 300, examples: [["ŉ"], ["Oʼahu"], ["'"], ["\\"], ["a:* & b"], ["!"], ["ﬃ"]] },
  );
});

test("pages of any size, one after the other, reach every citer once and in order", async ({
  connection,
}) => {
  const dates = [undefined, "1999", "2004", "2004-05", "2004-05-06"];
  const hub = await makeHub(
    connection,
    Array.from({ length: 23 }, (_, i) => ({ published: dates[i % dates.length], citedByCount: i % 3 })),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...CITER_SORTS),
      fc.integer({ min: 1, max: 24 }),
      async (sort, limit) => {
        const all = (await listCiters(connection.db, hub, { sort, after: null, limit: 100 })).citers;
        const paged: number[] = [];
        let after: CiterCursor | null = null;
        do {
          const page: Awaited<ReturnType<typeof listCiters>> = await listCiters(connection.db, hub, {
            sort,
            after,
            limit,
          });
          paged.push(...page.citers.map((citer) => citer.workId));
          after = page.next;
        } while (after !== null);
        expect(paged).toEqual(all.map((citer) => citer.workId));
        expect(new Set(paged).size).toBe(23);
      },
    ),
    { numRuns: 30 },
  );
});

test("a citer without a title has the identifier by which it goes", async ({ connection }) => {
  await takeRecords(connection, [
    {
      kind: "work",
      key: "hub",
      fields: { title: "All about hubs and spokes" },
      identifiers: [],
      source: "spokes",
    },
    { kind: "hub", work: "hub", slug: "hub" },
    ...["titled", "bare"].flatMap((key): ImportRecord[] => [
      {
        kind: "work",
        key,
        fields: key === "titled" ? { title: "A paper with a title of its own" } : {},
        identifiers: [
          { scheme: "acl", value: `W${key.length}1-2100` },
          { scheme: "doi", value: `10.5555/${key}` },
        ],
        source: "spokes",
      },
      { kind: "citation", hub: "hub", citing: key },
    ]),
  ]);
  const hub = await getHub(connection.db, "hub");
  const { citers } = await listCiters(connection.db, hub?.id ?? 0, {
    sort: "newest",
    after: null,
    limit: 5,
  });
  expect(new Map(citers.map(({ title, identifier }) => [title, identifier]))).toEqual(
    new Map([
      ["A paper with a title of its own", null],
      [null, { scheme: "doi", value: "10.5555/bare" }],
    ]),
  );
});
