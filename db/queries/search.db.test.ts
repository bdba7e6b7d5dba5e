import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { makeLabelledWorld } from "@/db/testing/labelled-world";
import { parseQuery } from "@/lib/citation/query-language";
import { countFound, countSentences, type Found, SEARCH_SORTS, search } from "./search";
import { SEARCH_KINDS, type SearchKind } from "./search-conditions";
import { listFoundCiters, listFoundSentences } from "./search-results";

const queryOf = (text: string) => {
  const { query, problems } = parseQuery(text);
  expect(problems).toEqual([]);
  return query;
};

const FIRST = { sort: "relevance", after: null, limit: 50 } as const;
const sentences = async (db: Db, text: string) =>
  (await listFoundSentences(db, (await search(db, "sentences", queryOf(text), FIRST)).found)).map(
    (one) => one.text,
  );
const citers = async (db: Db, text: string) =>
  (await listFoundCiters(db, (await search(db, "citers", queryOf(text), FIRST)).found)).map(
    (one) => one.title,
  );

describe("search", () => {
  test("a sentence must say the words itself, and its citation meet the other terms", async ({
    connection,
  }) => {
    await makeLabelledWorld(connection);
    const { db } = connection;
    expect(await sentences(db, "census")).toEqual(["The census [1] lists them all."]);
    expect(await sentences(db, "census year:2004")).toHaveLength(1);
    expect(await sentences(db, "census year:2008")).toEqual([]);
    expect(await sentences(db, "year:2004 -census")).toEqual([
      "We counted the keepers again and found as many as [1].",
    ]);
  });

  test("a citer is found by its title, also by the beginning of a word, and by its sentences", async ({
    connection,
  }) => {
    await makeLabelledWorld(connection);
    const { db } = connection;
    expect(await citers(db, "lens")).toEqual(["The lamps themselves, and their lenses"]);
    expect(await citers(db, "census")).toEqual(["Keepers of the northern lights"]);
    expect(await citers(db, '"northern lights"')).toEqual(["Keepers of the northern lights"]);
  });

  test("a hub is found by its own words and not by what only a citation has", async ({ connection }) => {
    await makeLabelledWorld(connection);
    const { db } = connection;
    const [hub] = (
      await db.execute<{ title: string }>(
        sql`select w.title from hub h join work w on w.id = h.work_id join claim c on c.hub_id = h.id limit 1`,
      )
    ).rows;
    const word = (hub?.title ?? "").split(" ").find((one) => one.length > 5) ?? "";
    expect((await search(db, "hubs", queryOf(word), FIRST)).found.length).toBeGreaterThan(0);
    expect(await search(db, "hubs", queryOf("role:method"), FIRST)).toEqual({ found: [], next: null });
    expect(await countFound(db, queryOf("role:method"))).toMatchObject({ hubs: 0 });
  });

  test("nothing of a hidden hub, citation or sentence is found or counted", async ({ connection }) => {
    const { db } = connection;
    await makeLabelledWorld(connection);
    expect(await countFound(db, queryOf("census"))).toMatchObject({ citers: 1, sentences: 1 });
    await db.execute(sql`update citation_context set hidden_reason = 'wrong' where text like '%census%'`);
    expect(await countFound(db, queryOf("census"))).toMatchObject({ citers: 0, sentences: 0 });
    expect(await citers(db, "census")).toEqual([]);
    await db.execute(sql`update citation set hidden_reason = 'wrong'
      where work_id in (select id from work where title like 'The lamps%')`);
    expect(await citers(db, "lenses")).toEqual([]);
    await db.execute(sql`update hub set status = 'hidden'`);
    for (const kind of SEARCH_KINDS)
      expect((await search(db, kind, queryOf("keepers"), FIRST)).found, kind).toEqual([]);
    expect(await countFound(db, queryOf("keepers"))).toEqual({ hubs: 0, citers: 0, sentences: 0 });
  });

  test("pages of every kind and order hold each match once, and as many as are counted", async ({
    connection,
  }) => {
    const { db } = connection;
    await makeLabelledWorld(connection);
    const query = queryOf("e -zzz");
    const counts = await countFound(db, queryOf("year:1000.."));
    for (const kind of ["citers", "sentences"] as const)
      for (const sort of SEARCH_SORTS) {
        const seen: string[] = [];
        for (let after: Found | null = null, more = true; more; ) {
          const page: Awaited<ReturnType<typeof search>> = await search(db, kind, queryOf("year:1000.."), {
            sort,
            after,
            limit: 1,
          });
          seen.push(...page.found.map(({ hubId, id }) => `${hubId} ${id}`));
          after = page.next;
          more = after !== null;
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.length, `${kind} by ${sort}`).toBe(counts[kind as SearchKind]);
      }
    expect((await search(db, "hubs", query, FIRST)).next).toBeNull();
  });

  test("the sentences of one hub are found without those of others", async ({ connection }) => {
    const { db } = connection;
    await makeLabelledWorld(connection);
    const { rows } = await db.execute<{ hub_id: number; n: number }>(
      sql`select hub_id, count(*)::int as n from citation_context group by hub_id`,
    );
    for (const { hub_id, n } of rows) expect(await countSentences(db, hub_id, queryOf(""))).toBe(n);
  });
});
