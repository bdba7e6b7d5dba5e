import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Connection } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { takeRecords } from "@/db/testing/take-records";
import type { EvidenceBasis, Polarity } from "@/lib/citation/polarity";
import type { Role } from "@/lib/citation/role";
import type { ImportRecord } from "@/lib/import/record";
import { listCoCited } from "./co-cited";
import { getHub } from "./hub";
import { getHubFigures } from "./hub-figures";
import { getNeighbours } from "./neighbours";
import { listRepresentatives } from "./representatives";
import { getSuggestedFigures } from "./suggested";

interface Sentence {
  text: string;
  polarity?: Polarity;
  basis?: EvidenceBasis;
  role?: Role;
}

/** A hub with one citer for each list of sentences, published in 2001, 2002, …; and another hub of the same shape. */
async function makeHub(connection: Connection, citers: readonly (readonly Sentence[])[]): Promise<number> {
  const work = (key: string, title: string, published?: string): ImportRecord => ({
    kind: "work",
    key,
    fields: { title, published },
    identifiers: [{ scheme: "doi", value: `10.5555/${key}` }],
    source: "spokes",
  });
  const records = ["hub", "noise"].flatMap((hub): ImportRecord[] => [
    work(hub, `All about ${hub}`),
    { kind: "hub", work: hub, slug: hub },
    ...citers.flatMap((sentences, i): ImportRecord[] => [
      work(`${hub}.${i}`, `Citer ${i} of ${hub}`, String(2001 + i)),
      { kind: "citation", hub, citing: `${hub}.${i}` },
      ...sentences.flatMap(({ text, polarity, basis, role }, position): ImportRecord[] => [
        { kind: "context", hub, citing: `${hub}.${i}`, text, position, source: "spokes" },
        ...(polarity || role
          ? [
              {
                kind: "suggestion",
                hub,
                citing: `${hub}.${i}`,
                contextText: text,
                contextPosition: position,
                original: `${polarity} ${role}`,
                polarity,
                basis,
                role,
                source: "model",
              } as const,
            ]
          : []),
      ]),
    ]),
  ]);
  await takeRecords(connection, records);
  return (await getHub(connection.db, "hub"))?.id ?? 0;
}

const CITERS: Sentence[][] = [
  [{ text: "It holds.", polarity: "supporting", basis: "own_evidence", role: "replication" }],
  [
    { text: "It is said to hold.", polarity: "supporting", basis: "restates" },
    { text: "It fails.", polarity: "contrasting", basis: "own_evidence" },
  ],
  [{ text: "It is used.", polarity: "neutral", role: "method" }, { text: "No label here." }],
  [],
];

test("suggestions are counted by citer and by sentence, by all evidence and by own evidence", async ({
  connection,
}) => {
  const hub = await makeHub(connection, CITERS);
  const figures = await getSuggestedFigures(connection.db, hub);
  const none = { supporting: 0, mixed: 0, neutral: 0, contrasting: 0, unclear: 0, none: 0 };
  expect(figures.polarity).toEqual({
    citers: {
      all: { ...none, supporting: 1, mixed: 1, neutral: 1, none: 1 },
      own: { ...none, supporting: 1, contrasting: 1, neutral: 1, none: 1 },
    },
    sentences: {
      all: { ...none, supporting: 2, contrasting: 1, neutral: 1, none: 1 },
      own: { ...none, supporting: 1, contrasting: 1, neutral: 2, none: 1 },
    },
  });
  expect(figures.roles.citers.filter((row) => row.count > 0)).toEqual([
    { role: "method", count: 1 },
    { role: "replication", count: 1 },
  ]);
  expect(figures.years.map(({ year, polarities }) => [year, polarities.mixed, polarities.none])).toEqual([
    [2001, 0, 0],
    [2002, 1, 0],
    [2003, 0, 0],
    [2004, 0, 1],
  ]);
  expect(figures.firstReplication).toBe(2001);
  expect(figures.firstContrasting).toBeNull();
});

test("when suggestions go, their counts go with the next import of the hub", async ({ connection }) => {
  const hub = await makeHub(connection, CITERS);
  await connection.db.execute(sql`delete from suggestion`);
  await makeHub(connection, [[], [], [], []]);
  const { polarity } = await getSuggestedFigures(connection.db, hub);
  expect(polarity.citers.all).toMatchObject({ supporting: 0, mixed: 0, neutral: 0, none: 4 });
  expect(polarity.sentences.own).toMatchObject({ none: 5 });
});

test("the summary of a hub counts its own citers only", async ({ connection }) => {
  const hub = await makeHub(connection, CITERS);
  const figures = await getHubFigures(connection.db, hub);
  expect(figures).toMatchObject({ citers: 4, withContext: 3, withReferences: 0 });
  expect(figures.gaps).toEqual([{ gap: "not_supplied", citers: 1 }]);
});

test("representative papers come with a reason and their most telling sentence", async ({ connection }) => {
  const hub = await makeHub(connection, CITERS);
  const chosen = await listRepresentatives(connection.db, hub);
  expect(chosen.map((one) => one.title)).toHaveLength(4);
  expect(new Set(chosen.map((one) => one.workId)).size).toBe(4);
  const mixed = chosen.find((one) => one.title === "Citer 1 of hub");
  expect(mixed?.suggestedPolarity).toBe("mixed");
  expect(mixed?.context?.text).toMatch(/^It (is said to hold|fails)\.$/);
  expect(chosen.find((one) => one.title === "Citer 3 of hub")?.context).toBeNull();
});

test("neighbours lead from the newest citer to the oldest and back, within one hub", async ({
  connection,
}) => {
  const hub = await makeHub(connection, CITERS);
  const { rows } = await connection.db.execute<{ id: number }>(
    sql`select work_id as id from citation where hub_id = ${hub} order by published desc, work_id desc`,
  );
  const ids = rows.map((row) => row.id);
  for (const [i, id] of ids.entries()) {
    const found = await getNeighbours(connection.db, hub, id);
    expect([found?.before?.workId, found?.after?.workId]).toEqual([ids[i - 1], ids[i + 1]]);
  }
});

test("co-cited works are ranked by citers, and a hub among them is named with its own citers", async ({
  connection,
}) => {
  const hub = await makeHub(connection, CITERS);
  await takeRecords(connection, [
    {
      kind: "work",
      key: "n",
      fields: {},
      identifiers: [{ scheme: "doi", value: "10.5555/noise" }],
      source: "spokes",
    },
    {
      kind: "work",
      key: "x",
      fields: { title: "Elsewhere" },
      identifiers: [{ scheme: "doi", value: "10.5555/x" }],
      source: "spokes",
    },
    ...[0, 1].flatMap((i): ImportRecord[] => [
      {
        kind: "work",
        key: `c${i}`,
        fields: {},
        identifiers: [{ scheme: "doi", value: `10.5555/hub.${i}` }],
        source: "spokes",
      },
      { kind: "reference", citing: `c${i}`, cited: "n" },
    ]),
    { kind: "reference", citing: "c0", cited: "x" },
  ]);
  const { works: rows } = await listCoCited(connection.db, hub, { sort: "together", after: null, limit: 10 });
  expect(rows.map(({ title, citers, slug, otherCiters }) => [title, citers, slug, otherCiters])).toEqual([
    ["All about noise", 2, "noise", null],
    ["Elsewhere", 1, null, null],
  ]);
});

test("a co-cited work without a title is named by its most trusted identifier", async ({ connection }) => {
  const hub = await makeHub(connection, CITERS);
  const untitled = [
    { scheme: "pmid", value: "1234" },
    { scheme: "doi", value: "10.5555/untitled" },
  ] as const;
  await takeRecords(connection, [
    { kind: "work", key: "u", fields: {}, identifiers: [...untitled], source: "spokes" },
    {
      kind: "work",
      key: "t",
      fields: { title: "A work that has a title" },
      identifiers: [{ scheme: "doi", value: "10.5555/titled" }],
      source: "spokes",
    },
    ...[0, 1].flatMap((i): ImportRecord[] => [
      {
        kind: "work",
        key: `c${i}`,
        fields: {},
        identifiers: [{ scheme: "doi", value: `10.5555/hub.${i}` }],
        source: "spokes",
      },
      { kind: "reference", citing: `c${i}`, cited: "u" },
    ]),
    { kind: "reference", citing: "c0", cited: "t" },
  ]);
  const { works: rows } = await listCoCited(connection.db, hub, { sort: "together", after: null, limit: 10 });
  expect(rows.map(({ title, identifier }) => [title, identifier])).toEqual([
    [null, { scheme: "doi", value: "10.5555/untitled" }],
    ["A work that has a title", null],
  ]);
});
