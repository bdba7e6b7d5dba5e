import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { test as base } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { addVotableHubs, vote } from "@/db/testing/votable";
import { parseQuery } from "@/lib/citation/query-language";
import type { Target } from "@/lib/citation/target-key";
import type { ImportRecord } from "@/lib/import/record";
import { CITER_SORTS, type CiterCursor, type CiterSort } from "./citer-order";
import { listCiters } from "./citers";
import { getNeighbours } from "./neighbours";

const CITERS = 7;

/** Some are cited as often as others, and some have the date of others: works break ties. */
const facts = Array.from(
  { length: CITERS },
  (_, n): ImportRecord => ({
    kind: "work",
    key: `keepers.${n}`,
    fields: { citedByCount: n % 3, ...(n === 2 ? { published: "2004" } : {}) },
    identifiers: [{ scheme: "doi", value: `10.5555/keepers.${n}` }],
    source: "crossref",
  }),
);

const test = base.extend<{ hub: { db: Db; hubId: number; targets: Target[] } }>({
  hub: async ({ connection }, use) => {
    const targets = await addVotableHubs(connection, { keepers: CITERS, tides: 3 }, facts);
    await use({ db: connection.db, hubId: targets[0]?.hubId ?? 0, targets });
  },
});

/** The citers of a view, page by page. */
async function walk(db: Db, hubId: number, view: { text: string; sort: CiterSort }): Promise<number[]> {
  const found: number[] = [];
  const { query } = parseQuery(view.text);
  for (let after: CiterCursor | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
    const page = await listCiters(db, hubId, { query, sort: view.sort, after, limit: 2 });
    found.push(...page.citers.map((citer) => citer.workId));
    after = page.next;
  }
  return found;
}

describe("the neighbours of a citer are those of its list", () => {
  test.for(CITER_SORTS)(
    "in the order %s, whatever is asked",
    async (sort, { hub: { db, hubId, targets } }) => {
      const [first, second] = [await addPerson(db), await addPerson(db)];
      for (const target of targets.slice(3, 9)) {
        await vote(db, first, target, { polarity: "supporting" });
        await vote(db, second, target, { polarity: "contrasting" });
      }
      const lengths = new Set<number>();
      for (const text of ["", "label:contested", "year:2003..", "citing paper", "-paper"]) {
        const ids = await walk(db, hubId, { text, sort });
        lengths.add(ids.length);
        for (const [i, id] of ids.entries()) {
          const found = await getNeighbours(db, hubId, id, { query: parseQuery(text).query, sort });
          expect([found?.before?.workId, found?.after?.workId], text).toEqual([ids[i - 1], ids[i + 1]]);
        }
      }
      expect([...lengths]).toEqual(expect.arrayContaining([CITERS, 0]));
      expect(lengths.size).toBeGreaterThan(2);
    },
  );

  test("and the place before a citer is where a page begins with it", async ({ hub: { db, hubId } }) => {
    const { query } = parseQuery("year:2002..");
    const view = { query, sort: "most_cited" } as const;
    const [, , third] = await walk(db, hubId, { text: "year:2002..", sort: view.sort });
    const before = (await getNeighbours(db, hubId, third ?? 0, view))?.before ?? null;
    const page = await listCiters(db, hubId, { ...view, after: before, limit: 1 });
    expect(page.citers.map((citer) => citer.workId)).toEqual([third]);
  });

  test("a citer that a view leaves out has none in it", async ({ hub: { db, hubId, targets } }) => {
    const oldest = targets[0]?.workId ?? 0;
    const { query } = parseQuery("year:2002..");
    expect(await getNeighbours(db, hubId, oldest, { query, sort: "newest" })).toBeNull();
    expect(await getNeighbours(db, hubId, oldest)).not.toBeNull();
  });
});
