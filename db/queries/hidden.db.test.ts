import { expect } from "vitest";
import { setHidden } from "@/db/commands/set-hidden";
import { test as base } from "@/db/testing/fixtures";
import { differences } from "@/db/testing/recount";
import { addVotableHubs } from "@/db/testing/votable";
import { EVERYTHING } from "@/lib/citation/query";
import { parseQuery } from "@/lib/citation/query-language";
import type { Target } from "@/lib/citation/target-key";
import type { ImportRecord } from "@/lib/import/record";
import { getCiter } from "./citer";
import { countCiters, listCiters } from "./citers";
import { listCoCited } from "./co-cited";
import { getHubFigures } from "./hub-figures";
import { getNeighbours } from "./neighbours";
import { listRepresentatives } from "./representatives";
import { getSuggestedFigures } from "./suggested";

/** A citer of both hubs, with a suggested label of its whole, another of a sentence, and a reference. */
const SHARED: ImportRecord[] = [
  ...["keepers", "noise"].flatMap((slug): ImportRecord[] => {
    const tie = { hub: `${slug}.hub`, citing: "shared", source: "spokes" };
    const text = `Both ${slug} and [1] say so.`;
    return [
      { kind: "citation", hub: tie.hub, citing: tie.citing },
      { ...tie, kind: "context", text },
      {
        ...tie,
        kind: "suggestion",
        contextText: text,
        original: "p",
        polarity: "supporting",
        role: "method",
      },
      { ...tie, kind: "suggestion", original: "o", polarity: "neutral" },
    ];
  }),
  {
    kind: "work",
    key: "shared",
    fields: { title: "A work that cites two hubs", published: "2010", citedByCount: 9 },
    identifiers: [{ scheme: "doi", value: "10.5555/shared" }],
    source: "spokes",
  },
  { kind: "reference", citing: "shared", cited: "noise.1" },
];

const test = base.extend<{ targets: Target[]; shared: Target; sentence: Target; neighbour: Target }>({
  targets: async ({ connection }, use) => {
    const targets = await addVotableHubs(connection, { keepers: 4, noise: 3 }, SHARED);
    await use(targets.filter((one) => one.hubId === targets[0]?.hubId));
  },
  shared: async ({ targets }, use) => use(targets.at(-2) as Target),
  sentence: async ({ targets }, use) => use(targets.at(-1) as Target),
  neighbour: async ({ targets }, use) => use(targets.at(-3) as Target),
});

test("a hidden citation is in no list and no figure of its hub, and comes back when it is shown again", async ({
  connection,
  shared,
  neighbour,
}) => {
  const { db } = connection;
  const { hubId, workId } = shared;
  const seen = async () => ({
    listed: (await listCiters(db, hubId, { sort: "newest", after: null, limit: 9 })).citers.some(
      (citer) => citer.workId === workId,
    ),
    counted: await countCiters(db, hubId, EVERYTHING),
    known: (await getHubFigures(db, hubId)).citers,
    newer: (await getNeighbours(db, hubId, neighbour.workId))?.before?.workId === workId,
    represents: (await listRepresentatives(db, hubId)).some((citer) => citer.workId === workId),
    supporting: (await getSuggestedFigures(db, hubId)).polarity.citers.all.supporting,
    coCited: (await listCoCited(db, hubId, { sort: "together", after: null, limit: 9 })).works.length,
    onItsPage: (await getCiter(db, workId))?.hubs.map((hub) => hub.slug),
  });
  const shown = {
    listed: true,
    counted: 5,
    known: 5,
    newer: true,
    represents: true,
    supporting: 1,
    coCited: 1,
    onItsPage: ["keepers", "noise"],
  };
  expect(await seen()).toEqual(shown);
  await setHidden(db, shared, "cites another work");
  expect(await seen()).toEqual({
    listed: false,
    counted: 4,
    known: 4,
    newer: false,
    represents: false,
    supporting: 0,
    coCited: 0,
    onItsPage: ["noise"],
  });
  const page = await getCiter(db, workId);
  expect([page?.contexts.length, page?.suggestions.length]).toEqual([1, 2]);
  expect(await differences(db)).toEqual([]);
  await setHidden(db, shared, null);
  expect(await seen()).toEqual(shown);
});

test("a hidden sentence is on no page, and what is suggested of it counts nowhere", async ({
  connection,
  shared,
  sentence,
}) => {
  const { db } = connection;
  await setHidden(db, sentence, "cut");
  const page = await getCiter(db, shared.workId);
  expect(page?.contexts.map((context) => context.hubId)).toEqual([expect.any(Number)]);
  expect(page?.contexts.some((context) => context.id === sentence.contextId)).toBe(false);
  expect(page?.suggestions.filter((one) => one.hubId === shared.hubId).map((one) => one.original)).toEqual([
    "o",
  ]);
  const { polarity } = await getSuggestedFigures(db, shared.hubId);
  expect([polarity.citers.all.supporting, polarity.citers.all.neutral]).toEqual([0, 1]);
  expect(polarity.sentences.all).toMatchObject({ supporting: 0, contrasting: 4, none: 2 });
  const [citer] = (
    await listCiters(db, shared.hubId, {
      query: parseQuery("two hubs").query,
      sort: "newest",
      after: null,
      limit: 1,
    })
  ).citers;
  expect(citer).toMatchObject({ contextCount: 0, suggestedPolarity: "neutral", suggestedRoles: [] });
  expect(await differences(db)).toEqual([]);
});
