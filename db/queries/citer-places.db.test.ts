import { expect } from "vitest";
import type { Db } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { takeRecords } from "@/db/testing/take-records";
import { parseQuery } from "@/lib/citation/query-language";
import type { ImportRecord } from "@/lib/import/record";
import { CITER_SORTS, type CiterCursor, type CiterSort } from "./citer-order";
import { countCiters, listCiters } from "./citers";
import { getHub } from "./hub";
import { getNeighbours } from "./neighbours";

/** More than are looked at one after the other. */
const CITERS = 2100;

/** A hub with many citers: every other one says "often", every 300th "seldom", and the last alone "once". */
function wideHub(): ImportRecord[] {
  const work = (key: string, fields: object): ImportRecord => ({
    kind: "work",
    key,
    fields: { title: `A paper with the key ${key} and no more`, ...fields },
    identifiers: [{ scheme: "doi", value: `10.5555/wide.${key}` }],
    source: "spokes",
  });
  return [
    work("hub", {}),
    { kind: "hub", work: "hub", slug: "wide" },
    ...Array.from({ length: CITERS }, (_, n): ImportRecord[] => {
      const said = [
        n % 2 === 0 ? "often" : "",
        n % 300 === 0 ? "seldom" : "",
        n === CITERS - 1 ? "once" : "",
      ];
      const text = `In ${n} it says ${said.join(" ")} of [1].`;
      return [
        work(`${n}`, {
          published: String(1900 + (n % 100)),
          citedByCount: n % 7,
          venue: n % 300 === 0 ? "Seldom Seen" : "Elsewhere",
        }),
        { kind: "citation", hub: "hub", citing: `${n}` },
        { kind: "context", hub: "hub", citing: `${n}`, text, source: "spokes" },
      ];
    }).flat(),
  ];
}

test("what is rare is found behind thousands of others, in every order, page by page and from one to the next", async ({
  connection,
}) => {
  await takeRecords(connection, wideHub());
  const { db } = connection;
  const hubId = (await getHub(db, "wide"))?.id ?? 0;
  const walk = async (text: string, sort: CiterSort, limit: number) => {
    const { query } = parseQuery(text);
    const ids: number[] = [];
    for (let after: CiterCursor | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
      const page = await listCiters(db, hubId, { query, sort, after, limit });
      ids.push(...page.citers.map(({ workId }) => workId));
      after = page.next;
    }
    return ids;
  };
  for (const sort of CITER_SORTS) {
    const all = await walk("", sort, CITERS);
    expect(all).toHaveLength(CITERS);
    for (const [text, many] of [
      ["often", 1050],
      ["seldom", 7],
      ["seldom often", 7],
      ["once", 1],
      ['venue:"seldom seen"', 7],
      ["-often", 1050],
    ] as const) {
      const ids = await walk(text, sort, many > 100 ? 300 : 3);
      expect(new Set(ids).size, text).toBe(many);
      expect(await countCiters(db, hubId, parseQuery(text).query), text).toBe(many);
      // Relevance is of the words of a query, so that its order is another.
      if (sort !== "relevance") expect(ids, text).toEqual(all.filter((id) => ids.includes(id)));
    }
    const seldom = await walk("seldom", sort, 3);
    for (const [i, id] of seldom.entries()) {
      const found = await getNeighbours(db, hubId, id, { query: parseQuery("seldom").query, sort });
      expect([found?.before?.workId, found?.after?.workId]).toEqual([seldom[i - 1], seldom[i + 1]]);
    }
  }
});

test("a look at the next citers ends with the last one that is wanted", async ({ connection }) => {
  await takeRecords(connection, wideHub());
  const { db } = connection;
  const hubId = (await getHub(db, "wide"))?.id ?? 0;
  await db.execute("analyze citation");
  const asks = "has:context -venue:elsewhen";
  for (const [sort, text] of [
    ["newest", `${asks} year:..1980`],
    ["oldest", `${asks} year:1920..`],
    ["most_cited", asks],
    ["most_contested", asks],
  ] as const) {
    const { query } = parseQuery(text);
    const before = await citationsRead(db);
    const { citers } = await listCiters(db, hubId, { query, sort, after: null, limit: 10 });
    expect(citers).toHaveLength(10);
    // Eleven are looked at, from the years that are asked for on, and ten read again with what is shown of them.
    expect((await citationsRead(db)) - before, sort).toBeLessThan(50);
  }
});

/** How many rows of the table this transaction has read so far. */
async function citationsRead(db: Db): Promise<number> {
  const { rows } = await db.execute<{ read: number }>(
    "select (seq_tup_read + idx_tup_fetch)::int as read from pg_stat_xact_user_tables where relname = 'citation'",
  );
  return rows[0]?.read ?? 0;
}
