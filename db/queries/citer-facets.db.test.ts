import { expect } from "vitest";
import type { Db } from "@/db/client";
import { setHidden } from "@/db/commands/set-hidden";
import { addDescribedCiters } from "@/db/testing/described-citers";
import { describedRecords } from "@/db/testing/described-records";
import { test } from "@/db/testing/fixtures";
import { differences } from "@/db/testing/recount";
import { takeRecords } from "@/db/testing/take-records";
import { EVERYTHING } from "@/lib/citation/query";
import { parseQuery } from "@/lib/citation/query-language";
import { seededRandom } from "@/lib/citation/seeded-random";
import type { ImportRecord } from "@/lib/import/record";
import { getCiterFacets } from "./citer-facets";
import { getHub } from "./hub";

/** Leaves all citers, and is not answered from summaries. */
const LEAVES_ALL = parseQuery("-author:nobody").query;

async function expectSameFacets(db: Db, hubId: number) {
  const facets = await getCiterFacets(db, hubId, EVERYTHING);
  expect(facets).toEqual(await getCiterFacets(db, hubId, LEAVES_ALL));
  expect(await differences(db)).toEqual([]);
  return facets;
}

test("the facets of all citers are those of a query that leaves all, through votes, acts of admins and imports", async ({
  connection,
}) => {
  const { db } = connection;
  const { hubId, citers } = await addDescribedCiters(connection);
  const noise = await getHub(db, "noise");
  const facets = await expectSameFacets(db, hubId);
  expect(facets.labels.map(({ value }) => value)).toEqual(
    expect.arrayContaining(["agreed", "single", "contested", "unlabelled"]),
  );
  await expectSameFacets(db, noise?.id ?? 0);
  for (const { workId } of citers.filter(({ votes }) => votes > 0).slice(0, 3))
    await setHidden(db, { hubId, workId, contextId: null }, "It is not about the hub.");
  expect((await expectSameFacets(db, hubId)).total).toBe(facets.total - 3);
  await takeRecords(connection, describedRecords(seededRandom(8)).records);
  await expectSameFacets(db, hubId);
  await expectSameFacets(db, noise?.id ?? 0);
});

test("a field counts each paper once, however it is spelt, and stands in its commonest spelling", async ({
  connection,
}) => {
  const { db } = connection;
  const work = (key: string, fields: string[]): ImportRecord => ({
    kind: "work",
    key,
    fields: { title: `A paper with the key ${key}`, fields },
    identifiers: [{ scheme: "doi", value: `10.5555/spelt.${key}` }],
    source: "spokes",
  });
  const spelt = [["Optics"], ["optics", "Optics"], ["OPTICS", "History"], ["Optics", "Optics"]];
  await takeRecords(connection, [
    work("hub", []),
    { kind: "hub", work: "hub", slug: "spelt" },
    ...spelt.flatMap((fields, n): ImportRecord[] => [
      work(`${n}`, fields),
      { kind: "citation", hub: "hub", citing: `${n}` },
    ]),
  ]);
  const { fields } = await expectSameFacets(db, (await getHub(db, "spelt"))?.id ?? 0);
  expect(fields).toEqual([
    { value: "Optics", citers: 4 },
    { value: "History", citers: 1 },
  ]);
});
