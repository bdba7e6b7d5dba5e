import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { citation, doi, hub, NOISE, work } from "@/db/testing/lighthouses";
import { takeRecords } from "@/db/testing/take-records";
import { parseAuthor } from "@/lib/citation/authors";
import type { ImportRecord } from "@/lib/import/record";

const by = (...names: string[]) => ({ authors: names.map(parseAuthor) });
const HUB = [
  work(
    "hub",
    { title: "A census of lighthouses and their keepers", ...by("Ada Beam", "Bo Ek") },
    doi("10.5555/hub"),
  ),
  hub("hub"),
];
const citer = (key: string, names: string[], isSelf?: boolean): ImportRecord[] => [
  work(key, { title: `Lamps of the harbour ${key}`, ...by(...names) }, doi(`10.5555/${key}`)),
  { ...citation("hub", key), ...(isSelf === undefined ? {} : { isSelf }) } as ImportRecord,
];

/** The DOIs of the citers that count as self-citations. */
async function listSelf(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ value: string }>(sql`
    select i.value from citation c join work_identifier i using (work_id) where c.is_self order by i.value`);
  return rows.map(({ value }) => value.replace("10.5555/", ""));
}

describe("a self-citation", () => {
  const RECORDS = [
    ...NOISE,
    ...HUB,
    ...citer("a", ["Cy Dahl", "Beam, Ada"]),
    ...citer("b", ["Ada Lovelace"]),
    ...citer("c", []),
    ...citer("d", ["Ada Beam"], false),
    ...citer("e", ["Cy Dahl"], true),
  ];

  test("is told by the authors where the file does not say it, in chunks of any size", async ({
    connection,
  }) => {
    await takeRecords(connection, RECORDS, { chunkSize: 1 });
    expect(await listSelf(connection.db)).toEqual(["a", "e"]);
    const again = await takeRecords(connection, RECORDS);
    expect(again.citations).toEqual({ created: 0, updated: 0, unchanged: 6 });
    expect(await listSelf(connection.db)).toEqual(["a", "e"]);
  });

  test("is found when a later file brings the authors", async ({ connection }) => {
    await takeRecords(connection, [...NOISE, ...HUB, ...citer("a", [])]);
    expect(await listSelf(connection.db)).toEqual([]);
    const report = await takeRecords(connection, [...HUB, ...citer("a", ["Bo Ek"])]);
    expect(report.citations.updated).toBe(1);
    expect(await listSelf(connection.db)).toEqual(["a"]);
  });

  test("is told of the works cited, each for itself", async ({ connection }) => {
    const tides = [work("noise", by("Cy Dahl"), doi("10.5555/noise")), citation("noise", "a")];
    await takeRecords(connection, [
      ...NOISE,
      ...HUB,
      ...tides,
      ...citer("a", ["Ada Beam"]),
      ...citer("f", ["Cy Dahl"]),
    ]);
    const { rows } = await connection.db.execute(sql`
      select h.slug, i.value from citation c join hub h on h.id = c.hub_id
      join work_identifier i on i.work_id = c.work_id where c.is_self`);
    expect(rows).toEqual([{ slug: "a-census-of-lighthouses-and-their-keepers", value: "10.5555/a" }]);
  });
});
