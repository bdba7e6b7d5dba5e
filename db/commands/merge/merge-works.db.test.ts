import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { createDb, type Db } from "@/db/client";
import { lastAct } from "@/db/testing/acts";
import { allRows } from "@/db/testing/all-rows";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { differences } from "@/db/testing/recount";
import { takeRecords } from "@/db/testing/take-records";
import { addTwins, KEEPERS, SHARED, TIDES, TWINS, targetsOf } from "@/db/testing/twins";
import { vote } from "@/db/testing/votable";
import { hide } from "../hide";
import { IMPORT_LOCK } from "../import/import-lock";
import { mergeWorks, previewMerge } from "./merge-works";

const asker = async (db: Db) => ({
  byUserId: await addPerson(db, { role: "admin" }),
  address: "192.0.2.1",
});

/** What readers see of a work's citations: hub, sentences, current votes. */
async function shown(db: Db, workId: number) {
  const { rows } = await db.execute(sql`
    select h.slug, c.is_self as self, c.is_influential as influential, c.votes,
      array(select x.text from citation_context x where x.hub_id = c.hub_id and x.work_id = c.work_id
        and x.hidden_reason is null order by x.text collate "C") as sentences,
      (select count(*)::int from suggestion s where s.hub_id = c.hub_id and s.work_id = c.work_id) as suggestions
    from citation c join hub h on h.id = c.hub_id where c.work_id = ${workId} and c.hidden_reason is null order by h.slug`);
  return rows;
}

const coCited = async (db: Db, slug: string) =>
  (
    await db.execute<{ title: string; citers: number }>(sql`
      select w.title, c.citers from co_citation c join hub h on h.id = c.hub_id join work w on w.id = c.work_id
      where h.slug = ${slug} and c.citers > 0 order by 1`)
  ).rows;

const both = {
  slug: KEEPERS,
  self: true,
  influential: true,
  votes: 0,
  sentences: [SHARED, "Only the preprint says this of [1].", "Only the printed paper says this of [1]."],
  suggestions: 3,
};
const moved = {
  slug: TIDES,
  self: false,
  influential: false,
  votes: 0,
  sentences: ["The tides [2] matter as well."],
  suggestions: 1,
};

describe("two works that are merged", () => {
  test("are told of as the sources tell of the one that remains, where both are equally trusted", async ({
    connection,
  }) => {
    const { db } = connection;
    const ids = await addTwins(connection);
    const admin = await asker(db);
    const published = async (id: number) =>
      (await db.execute(sql`select published from work where id = ${id}`)).rows[0]?.published;
    await mergeWorks(db, { from: ids.printed, into: ids.preprint, ...admin });
    expect(await published(ids.preprint)).toBe("2003");
    await mergeWorks(db, { from: ids.preprint, into: ids.draft, ...admin });
    expect(await published(ids.draft)).toBe("2002");
  });

  test("are one citer of each hub, with the sentences and suggestions of both, each told once", async ({
    connection,
  }) => {
    const { db } = connection;
    const ids = await addTwins(connection);
    const figures = await mergeWorks(db, { from: ids.preprint, into: ids.printed, ...(await asker(db)) });
    expect(await shown(db, ids.printed)).toEqual([both, moved]);
    expect(await shown(db, ids.preprint)).toEqual([]);
    expect(await shown(db, ids.other)).toEqual([
      expect.objectContaining({ sentences: ["Another paper speaks of [1]."] }),
    ]);
    expect(figures).toMatchObject({
      identifiers: 1,
      records: 1,
      hub: null,
      hubsMoved: 1,
      hubsJoined: 1,
      hubsLeft: 0,
      contexts: 2,
      contextsTwice: 1,
      suggestions: 2,
      suggestionsTwice: 2,
      references: 4,
    });
    expect(await differences(db)).toEqual([]);
    expect(await lastAct(db)).toMatchObject({
      action: "work.merge",
      subject: `work:${ids.printed}`,
      detail: { from: ids.preprint },
    });
  });

  test("have the references of both once, and none to itself", async ({ connection }) => {
    const { db } = connection;
    const ids = await addTwins(connection);
    await mergeWorks(db, { from: ids.preprint, into: ids.printed, ...(await asker(db)) });
    const { rows } = await db.execute(sql`
      select citing_work_id as citing, cited_work_id as cited from reference
      where ${ids.printed} in (citing_work_id, cited_work_id) or ${ids.preprint} in (citing_work_id, cited_work_id)
      order by 1, 2`);
    expect(rows).toEqual(
      [
        { citing: ids.printed, cited: ids.book },
        { citing: ids.printed, cited: ids.paper },
        { citing: ids.other, cited: ids.printed },
      ].sort((a, b) => a.citing - b.citing || a.cited - b.cited),
    );
    expect(await coCited(db, KEEPERS)).toEqual([
      { title: "A book that everybody has read", citers: 3 },
      { title: "A paper that some have read", citers: 1 },
      { title: "Counting the Keepers of the North Again", citers: 1 },
    ]);
  });

  test("count the votes on both, and of whoever voted on both that on the remaining one", async ({
    connection,
  }) => {
    const { db } = connection;
    const ids = await addTwins(connection);
    const [paper, shared, own] = await targetsOf(db, ids.preprint);
    const [printedPaper, printedShared] = await targetsOf(db, ids.printed);
    const [ann, ben] = [await addPerson(db), await addPerson(db)];
    for (const target of [paper, shared, own])
      if (target) await vote(db, ann, target, { polarity: "contrasting" });
    for (const target of [printedPaper, printedShared])
      if (target) await vote(db, ben, target, { polarity: "supporting" });
    if (printedShared) await vote(db, ann, printedShared, { polarity: "neutral" });
    const figures = await mergeWorks(db, { from: ids.preprint, into: ids.printed, ...(await asker(db)) });
    expect(figures).toMatchObject({ votes: 2, votesTwice: 1 });
    const { rows } = await db.execute(sql`
      select coalesce(x.text, 'paper') as target, t.votes, t.polarity_state as state from target t
      left join citation_context x on x.hub_id = t.hub_id and x.id = t.context_id
      where t.work_id = ${ids.printed} order by 1`);
    expect(rows).toEqual([
      { target: SHARED, votes: 2, state: "contested" },
      { target: "Only the preprint says this of [1].", votes: 1, state: "single" },
      { target: "paper", votes: 2, state: "contested" },
    ]);
    expect(await differences(db)).toEqual([]);
  });

  test("keep what was hidden of one from readers", async ({ connection }) => {
    const { db } = connection;
    const ids = await addTwins(connection);
    const admin = await asker(db);
    const [target] = await targetsOf(db, ids.preprint);
    await hide(db, {
      hubId: target?.hubId ?? 0,
      workId: ids.preprint,
      contextId: null,
      reason: "no citation",
      ...admin,
    });
    const figures = await mergeWorks(db, { from: ids.preprint, into: ids.printed, ...admin });
    expect(figures).toMatchObject({ hubsMoved: 1, hubsJoined: 0, hubsLeft: 1 });
    expect(await shown(db, ids.printed)).toEqual([
      { ...both, suggestions: 2, sentences: [SHARED, "Only the printed paper says this of [1]."] },
      moved,
    ]);
    expect(await differences(db)).toEqual([]);
  });

  test("are found by a file under the identifiers and titles of both, and nothing of it is new", async ({
    connection,
  }) => {
    const { db } = connection;
    const ids = await addTwins(connection);
    await mergeWorks(db, { from: ids.preprint, into: ids.printed, ...(await asker(db)) });
    const before = await allRows(db);
    const report = await takeRecords(connection, TWINS);
    expect(report.works.created + report.works.updated + report.citations.created).toBe(0);
    expect([report.ambiguous, report.contexts.created, report.references.created]).toEqual([[], 0, 0]);
    expect(await allRows(db)).toEqual(before);
  });

  test("lead to one another: the hub of one is the hub of both, and is not co-cited with itself", async ({
    connection,
  }) => {
    const { db } = connection;
    const ids = await addTwins(connection);
    await takeRecords(connection, [
      { ...TWINS[0], key: "keepers" } as (typeof TWINS)[number],
      TWINS.find((one) => one.kind === "work" && one.key === "other") as (typeof TWINS)[number],
      TWINS.find((one) => one.kind === "work" && one.key === "book") as (typeof TWINS)[number],
      { kind: "reference", citing: "other", cited: "keepers" },
    ]);
    const figures = await mergeWorks(db, { from: ids.keepers, into: ids.book, ...(await asker(db)) });
    expect(figures.hub).toBe(KEEPERS);
    const { rows } = await db.execute(sql`select work_id from hub where slug = ${KEEPERS}`);
    expect(rows).toEqual([{ work_id: ids.book }]);
    expect((await coCited(db, KEEPERS)).map(({ title }) => title)).not.toContain(
      "A book that everybody has read",
    );
    expect(await differences(db)).toEqual([]);
  });

  test("do not cite themselves: that citation is hidden", async ({ connection }) => {
    const { db } = connection;
    const ids = await addTwins(connection);
    const admin = await asker(db);
    await mergeWorks(db, { from: ids.keepers, into: ids.other, ...admin });
    expect(await shown(db, ids.other)).toEqual([]);
    await mergeWorks(db, { from: ids.third, into: ids.tides, ...admin });
    expect(await shown(db, ids.tides)).toEqual([]);
    expect(await differences(db)).toEqual([]);
  });

  test("are previewed by the same figures, and nothing is kept of the preview", async ({ connection }) => {
    const { db } = connection;
    const ids = await addTwins(connection);
    const asked = { from: ids.preprint, into: ids.printed, ...(await asker(db)) };
    const before = await allRows(db);
    const { mergeId: _, ...figures } = await previewMerge(db, asked);
    expect(await allRows(db)).toEqual(before);
    const { mergeId: __, ...done } = await mergeWorks(db, asked);
    expect(figures).toEqual(done);
  });

  test("are not merged when both are hubs, one is merged already, or they are one", async ({
    connection,
  }) => {
    const { db } = connection;
    const ids = await addTwins(connection);
    const admin = await asker(db);
    const merge = (from: number, into: number) => mergeWorks(db, { from, into, ...admin });
    await expect(merge(ids.keepers, ids.tides)).rejects.toThrow("Both are hubs");
    await expect(merge(ids.book, ids.book)).rejects.toThrow("one and the same");
    await expect(merge(ids.book, 987_654_321)).rejects.toThrow("no two such papers");
    await merge(ids.preprint, ids.printed);
    await expect(merge(ids.preprint, ids.draft)).rejects.toThrow("merged with another paper already");
    await expect(merge(ids.draft, ids.preprint)).rejects.toThrow("merged with another paper already");
  });
});

test("a merge waits for no import: it is refused while one is under way", async ({ freshPool }) => {
  const db = createDb(freshPool);
  const other = await freshPool.connect();
  await other.query("select pg_advisory_lock($1)", [IMPORT_LOCK]);
  const asked = { from: 1, into: 2, ...(await asker(db)) };
  await expect(mergeWorks(db, asked)).rejects.toThrow("Try again when it has ended");
  other.release(true);
});
