import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { setHidden } from "@/db/commands/set-hidden";
import { test as base } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { takeRecords } from "@/db/testing/take-records";
import { addVotableHubs, vote } from "@/db/testing/votable";
import { EVERYTHING } from "@/lib/citation/query";
import type { Target } from "@/lib/citation/target-key";
import type { ImportRecord } from "@/lib/import/record";
import { type CiterSort, sorting } from "./citer-order";
import { getExportedHub, listCiterNumbers, listListedCiters } from "./exported-citers";
import { addDetails } from "./exported-details";

const test = base.extend<{ targets: Target[] }>({
  targets: async ({ connection }, use) => {
    const targets = await addVotableHubs(connection, { keepers: 4, noise: 3 });
    await use(targets.filter((one) => one.hubId === targets[0]?.hubId));
  },
});

async function exportedOf(db: Db, slug: string, matches = sql`true`, sort?: CiterSort) {
  const hub = await getExportedHub(db, slug);
  if (hub === null) throw new Error("there is no such hub");
  const citers = [];
  for await (const ids of listCiterNumbers(db, hub.id, matches, sort && sorting(sort, EVERYTHING)))
    citers.push(...(await addDetails(db, hub.id, await listListedCiters(db, hub.id, ids))));
  return citers;
}

test("a hub's citers come newest first with their sentences, and none of another hub", async ({
  db,
  targets,
}) => {
  const citers = await exportedOf(db, "keepers");
  expect(targets.length).toBeGreaterThan(0);
  expect(citers.map(({ published, contexts }) => [published, contexts.length])).toEqual([
    ["2004", 3],
    ["2003", 2],
    ["2002", 1],
    ["2001", 0],
  ]);
  expect(citers[0]?.identifiers).toEqual([{ scheme: "doi", value: "10.5555/keepers.3" }]);
  expect(citers[0]?.contexts[0]?.suggestions.length).toBeGreaterThan(0);
});

test("a condition leaves those that a view shows", async ({ db, targets }) => {
  expect(targets.length).toBeGreaterThan(0);
  const citers = await exportedOf(db, "keepers", sql`citation.year <= 2002`);
  expect(citers.map((citer) => citer.published)).toEqual(["2002", "2001"]);
});

test("an order of the explorer comes first, and the file's own where it leaves a tie", async ({
  db,
  targets,
}) => {
  const years = async (sort: CiterSort) =>
    (await exportedOf(db, "keepers", undefined, sort)).map((one) => one.published);
  expect(await years("oldest")).toEqual(["2001", "2002", "2003", "2004"]);
  await db.execute(sql`update citation set cited_by_count = 7
    where hub_id = ${targets[0]?.hubId} and published in ('2001', '2003')`);
  expect(await years("most_cited")).toEqual(["2003", "2001", "2004", "2002"]);
});

test("votes are counted by value without who cast them, and those that do not count are left out", async ({
  db,
  targets,
}) => {
  const target = targets.find((one) => one.contextId !== null) as Target;
  const [ada, ben, waiting] = [
    await addPerson(db, { handle: "ada" }),
    await addPerson(db),
    await addPerson(db, { approved: false }),
  ];
  await vote(db, ada, target, { basis: "own_evidence", role: "background" });
  await vote(db, ben, target);
  await vote(db, waiting, target, { polarity: "contrasting" });
  const citer = (await exportedOf(db, "keepers")).find((one) => one.id === target.workId);
  const context = citer?.contexts.find((one) => one.id === target.contextId);
  expect(context?.votes).toEqual({
    votes: 2,
    polarity: { state: "agreed", value: "supporting", counts: { supporting: 2 } },
    basis: "own_evidence",
    role: { state: "contested", value: null, counts: { background: 1, method: 1 } },
    furtherRoles: expect.any(Array),
    ruling: null,
  });
  expect(JSON.stringify(citer)).not.toContain("ada");
  expect(citer?.label).toMatchObject({ state: "labelled", polarity: "supporting", votes: 2 });
});

test("what is hidden goes out in no way: a hub, a citation, a sentence, a withheld summary", async ({
  db,
  connection,
  targets,
}) => {
  const sentence = targets.find((one) => one.contextId !== null) as Target;
  const paper = targets.find((one) => one.contextId === null && one.workId !== sentence.workId) as Target;
  const cut: ImportRecord = {
    kind: "work",
    key: "w",
    identifiers: [{ scheme: "doi", value: "10.5555/keepers.2" }],
    fields: { summary: "This summary is cut off in the mid" },
    source: "spokes",
  };
  await takeRecords(connection, [cut]);
  await setHidden(db, sentence, "not a citation");
  await setHidden(db, paper, "not a citation");
  const citers = await exportedOf(db, "keepers");
  expect(citers.map((citer) => citer.id)).not.toContain(paper.workId);
  expect(citers.flatMap((citer) => citer.contexts).map((context) => context.id)).not.toContain(
    sentence.contextId,
  );
  expect(JSON.stringify(citers)).not.toContain("in the mid");
  await db.execute(sql`update hub set status = 'hidden' where slug = 'keepers'`);
  expect(await getExportedHub(db, "keepers")).toBeNull();
});

test("more citers than one batch come each once", async ({ db, connection }) => {
  await takeRecords(connection, [
    {
      kind: "work",
      key: "hub",
      identifiers: [],
      fields: { title: "A hub with many citing papers" },
      source: "s",
    },
    { kind: "hub", work: "hub", slug: "many" },
    ...Array.from({ length: 1201 }, (_, n): ImportRecord[] => [
      {
        kind: "work",
        key: `c${n}`,
        identifiers: [{ scheme: "doi", value: `10.5555/many.${n}` }],
        fields: { title: `Paper ${n % 7} on the many`, published: `${1990 + (n % 3)}` },
        source: "s",
      },
      { kind: "citation", hub: "hub", citing: `c${n}` },
    ]).flat(),
  ]);
  const citers = await exportedOf(db, "many");
  expect(new Set(citers.map((citer) => citer.id)).size).toBe(1201);
  expect(citers).toHaveLength(1201);
});
