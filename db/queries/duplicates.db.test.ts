import { describe, expect } from "vitest";
import { mergeWorks } from "@/db/commands/merge/merge-works";
import { takeApart } from "@/db/commands/merge/take-apart";
import { test } from "@/db/testing/fixtures";
import { citation, doi, hub, NOISE, work } from "@/db/testing/lighthouses";
import { addPerson } from "@/db/testing/people";
import { takeRecords } from "@/db/testing/take-records";
import { addTwins, targetsOf } from "@/db/testing/twins";
import type { ImportRecord } from "@/lib/import/record";
import { listHidden } from "./adjudication";
import { listNamesakes, listSameTitles } from "./duplicates";
import { listMerges } from "./merges";
import { getRemainingTarget, getRemainingWork } from "./remaining-work";
import { findWork, getWorkPair } from "./work-pair";

const paper = (key: string, title: string): ImportRecord =>
  work(key, { title, published: "2001" }, doi(`10.5555/${key}`));

const PAPERS: ImportRecord[] = [
  ...NOISE,
  paper("hub", "A census of lighthouses and their keepers"),
  hub("hub"),
  paper("a1", "Zeal and oil in lighthouses"),
  paper("a2", "Zeal and oil in lighthouses"),
  paper("b1", "Lamps of the whole coast"),
  paper("b2", "Lamps of the whole coast"),
  paper("b3", "Lamps of the whole coast"),
  paper("c1", "Introduction"),
  paper("c2", "Introduction"),
  ...["a1", "a2", "b1", "c1", "c2"].map((key) => citation("hub", key)),
];

describe("titles that several works have", () => {
  test("are listed by the alphabet, page by page, without short ones", async ({ connection }) => {
    const { db } = connection;
    await takeRecords(connection, PAPERS);
    const first = await listSameTitles(db, { hubId: null, from: "", limit: 1 });
    expect(first.groups.map(({ titleKey, works }) => [titleKey, works.length])).toEqual([
      ["lamps of the whole coast", 3],
    ]);
    expect(first.groups[0]?.works[0]).toMatchObject({
      title: "Lamps of the whole coast",
      year: 2001,
      identifiers: [{ scheme: "doi", value: expect.stringContaining("10.5555/b") }],
      hubSlug: null,
    });
    const second = await listSameTitles(db, { hubId: null, from: first.next ?? "", limit: 1 });
    expect(second.groups.map(({ titleKey }) => titleKey)).toEqual(["zeal and oil in lighthouses"]);
    expect(second.next).toBeNull();
  });

  test("are listed among the citers of one hub alone", async ({ connection }) => {
    const { db } = connection;
    await takeRecords(connection, PAPERS);
    const hubId = (await targetsOf(db, (await findWork(db, "10.5555/a1")) ?? 0))[0]?.hubId ?? 0;
    const { groups, next } = await listSameTitles(db, { hubId, from: "", limit: 5 });
    expect([groups.map(({ titleKey }) => titleKey), next]).toEqual([["zeal and oil in lighthouses"], null]);
  });

  test("name the works beside one of them, short titles too", async ({ connection }) => {
    const { db } = connection;
    await takeRecords(connection, PAPERS);
    const id = (await findWork(db, "doi:10.5555/c1")) ?? 0;
    const namesakes = await listNamesakes(db, id, 5);
    expect(namesakes.map(({ id }) => id)).toEqual([await findWork(db, "doi:10.5555/c2")]);
  });
});

describe("a merged work", () => {
  test("is found under its names as the one that remains, and so are its targets", async ({ connection }) => {
    const { db } = connection;
    const ids = await addTwins(connection);
    const [whole, shared] = await targetsOf(db, ids.preprint);
    const [there, sharedThere] = await targetsOf(db, ids.printed);
    if (!whole || !shared?.contextId) throw new Error("a target is missing");
    const sentence = { kind: "context", contextId: shared.contextId } as const;
    const asWhole = { kind: "paper", hubId: whole.hubId, workId: ids.preprint } as const;
    expect([await getRemainingTarget(db, asWhole), await getRemainingTarget(db, sentence)]).toEqual([
      null,
      null,
    ]);
    const by = { byUserId: await addPerson(db, { role: "admin" }), address: "" };
    const { mergeId } = await mergeWorks(db, { from: ids.preprint, into: ids.printed, ...by });
    for (const name of [`${ids.preprint}`, `/citers/${ids.preprint}`, "https://doi.org/10.5555/preprint"])
      expect(await findWork(db, name), name).toBe(ids.printed);
    expect([await findWork(db, "0"), await findWork(db, "10.5555/nobody"), await findWork(db, "")]).toEqual([
      null,
      null,
      null,
    ]);
    expect([await getRemainingWork(db, ids.preprint), await getRemainingWork(db, ids.printed)]).toEqual([
      ids.printed,
      null,
    ]);
    expect([await getRemainingTarget(db, asWhole), await getRemainingTarget(db, sentence)]).toEqual([
      there,
      sharedThere,
    ]);
    expect(await listHidden(db, 10)).toEqual([]);
    await takeApart(db, { mergeId, ...by });
    expect(await getRemainingWork(db, ids.preprint)).toBeNull();
  });

  test("is compared with another as its sources tell of both, and of them together", async ({
    connection,
  }) => {
    const { db } = connection;
    const ids = await addTwins(connection);
    const pair = await getWorkPair(db, { into: ids.printed, from: ids.preprint });
    expect([pair?.into.derived.published, pair?.from.derived.published, pair?.together.published]).toEqual([
      "2004-05",
      "2003",
      "2004-05",
    ]);
    const other = await getWorkPair(db, { into: ids.preprint, from: ids.printed });
    expect(other?.together.published).toBe("2003");
    expect(await getWorkPair(db, { into: ids.printed, from: ids.printed })).toBeNull();
    expect(await getWorkPair(db, { into: ids.printed, from: 987_654_321 })).toBeNull();
  });
});

test("merges are listed the latest first, page by page, with whether a later one covers them", async ({
  connection,
}) => {
  const { db } = connection;
  const ids = await addTwins(connection);
  const by = { byUserId: await addPerson(db, { role: "admin", handle: "merger" }), address: "" };
  const first = await mergeWorks(db, { from: ids.preprint, into: ids.printed, ...by });
  const second = await mergeWorks(db, { from: ids.printed, into: ids.draft, ...by });
  const aside = await mergeWorks(db, { from: ids.paper, into: ids.book, ...by });
  await takeApart(db, { mergeId: aside.mergeId, ...by });
  const { merges, next } = await listMerges(db, { limit: 2 });
  expect(merges.map(({ id, covered, takenApartBy }) => [id, covered, takenApartBy])).toEqual([
    [aside.mergeId, false, "merger"],
    [second.mergeId, false, null],
  ]);
  const rest = await listMerges(db, { before: next, limit: 2 });
  expect(rest).toMatchObject({
    merges: [{ id: first.mergeId, covered: true, mergedBy: "merger", takenApartAt: null }],
    next: null,
  });
  expect((await listMerges(db, { workId: ids.book, limit: 9 })).merges.length).toBe(1);
});
