import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { lastAct } from "@/db/testing/acts";
import { allRows } from "@/db/testing/all-rows";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { differences } from "@/db/testing/recount";
import { takeRecords } from "@/db/testing/take-records";
import { addTwins, KEEPERS, TWINS, targetsOf } from "@/db/testing/twins";
import { vote } from "@/db/testing/votable";
import type { ImportRecord } from "@/lib/import/record";
import { addContext } from "../add-context";
import { refuseUndo } from "../import/steer-import";
import { summariseHubs } from "../import/summarise-hubs";
import { undoImport } from "../import/undo-import";
import { raiseFlag } from "../raise-flag";
import { rule } from "../rule";
import { mergeWorks } from "./merge-works";
import { takeApart } from "./take-apart";

const asker = async (db: Db) => ({
  byUserId: await addPerson(db, { role: "admin" }),
  address: "192.0.2.1",
});

/** The record of a key, as the file of the twins has it. */
const recordOf = (key: string) => TWINS.find((one) => one.kind === "work" && one.key === key) as ImportRecord;

/** Votes, decisions and reports on both twins. */
async function label(db: Db, ids: Awaited<ReturnType<typeof addTwins>>, byUserId: number) {
  const [ann, ben] = [await addPerson(db), await addPerson(db)];
  const targets = [...(await targetsOf(db, ids.preprint)), ...(await targetsOf(db, ids.printed))];
  for (const target of targets)
    await vote(db, ann, target, { polarity: "contrasting", claims: [{ number: 1, verdict: "mixed" }] });
  for (const target of await targetsOf(db, ids.preprint)) await vote(db, ben, target);
  for (const target of targets) await raiseFlag(db, { ...target, kind: "wrong_text", note: "", userId: ann });
  const { rows } = await db.execute<{ hubId: number; targetId: number }>(sql`
    select hub_id as "hubId", id as "targetId" from target where work_id in (${ids.preprint}, ${ids.printed}) order by id`);
  for (const one of rows.slice(0, 3))
    await rule(db, {
      ...one,
      decision: { role: "method", polarity: null, basis: null, furtherRoles: [] },
      reason: "It is used.",
      byUserId,
      address: "",
    });
  // As the job does, some seconds after the votes.
  await summariseHubs(db, [...new Set(targets.map(({ hubId }) => hubId))]);
  return { ann, ben };
}

describe("a merge that is taken apart", () => {
  for (const [from, into] of [
    ["preprint", "printed"],
    ["printed", "preprint"],
    ["keepers", "book"],
    ["keepers", "other"],
    ["third", "tides"],
    ["paper", "draft"],
  ] as const)
    test(`leaves every row as it was: ${from} into ${into}`, async ({ connection }) => {
      const { db } = connection;
      const ids = await addTwins(connection);
      const admin = await asker(db);
      await label(db, ids, admin.byUserId);
      const before = await allRows(db);
      const { mergeId } = await mergeWorks(db, { from: ids[from], into: ids[into], ...admin });
      expect(await differences(db)).toEqual([]);
      expect(await allRows(db)).not.toEqual(before);
      await takeApart(db, { mergeId, ...admin });
      expect(await allRows(db)).toEqual(before);
      expect(await differences(db)).toEqual([]);
      expect(await lastAct(db)).toMatchObject({ action: "work.take_apart", subject: `work:${ids[into]}` });
      await expect(takeApart(db, { mergeId, ...admin })).rejects.toThrow("taken apart already");
    });

  test("gives sentences back with the votes cast on them since, and leaves what is of the paper as a whole", async ({
    connection,
  }) => {
    const { db } = connection;
    const ids = await addTwins(connection);
    const admin = await asker(db);
    const { ben } = await label(db, ids, admin.byUserId);
    const { mergeId } = await mergeWorks(db, { from: ids.preprint, into: ids.printed, ...admin });
    const carl = await addPerson(db);
    const targets = await targetsOf(db, ids.printed);
    const paper = targets.find(({ contextId }) => contextId === null);
    if (!paper) throw new Error("there is no such paper");
    for (const target of targets) await vote(db, carl, target);
    await vote(db, ben, paper, { polarity: "mixed" }, { revision: 1 });
    await addContext(db, {
      ...paper,
      userId: carl,
      text: "A sentence that was found since in the paper itself.",
      before: "",
      after: "",
      section: "",
      marker: "",
      readIn: "page 7",
      address: "",
    });
    await takeApart(db, { mergeId, ...admin });
    const { rows } = await db.execute(sql`
      select case t.work_id when ${ids.preprint}::bigint then 'preprint' else 'printed' end as of,
        coalesce(x.text, 'paper') as target, v.polarity
      from vote v join target t on t.hub_id = v.hub_id and t.id = v.target_id join hub h on h.id = t.hub_id
      left join citation_context x on x.hub_id = t.hub_id and x.id = t.context_id
      where v.user_id in (${carl}, ${ben}) and h.slug = ${KEEPERS} and v.changed_at is not null
        and (v.user_id = ${carl} or t.context_id is null)
      order by 1, 2, 3`);
    expect(rows).toEqual([
      { of: "preprint", target: "Only the preprint says this of [1].", polarity: "supporting" },
      { of: "preprint", target: "paper", polarity: "mixed" },
      { of: "printed", target: "As in the census [1], most lights had two keepers.", polarity: "supporting" },
      { of: "printed", target: "Only the printed paper says this of [1].", polarity: "supporting" },
      { of: "printed", target: "paper", polarity: "supporting" },
    ]);
    const { rows: found } = await db.execute(sql`
      select work_id from citation_context where text like 'A sentence that was found%'`);
    expect(found).toEqual([{ work_id: ids.printed }]);
    expect(await differences(db)).toEqual([]);
  });

  test("leaves with the remaining paper what was imported since; the file then finds each of the two", async ({
    connection,
  }) => {
    const { db } = connection;
    const ids = await addTwins(connection);
    const admin = await asker(db);
    const { mergeId } = await mergeWorks(db, { from: ids.preprint, into: ids.printed, ...admin });
    const since: ImportRecord[] = [
      recordOf("preprint"),
      recordOf("keepers"),
      { kind: "citation", hub: "keepers", citing: "preprint", contextGap: "not_supplied" },
      { kind: "context", hub: "keepers", citing: "preprint", text: "Said since of [1].", source: "spokes" },
    ];
    await takeRecords(connection, since);
    await takeApart(db, { mergeId, ...admin });
    const sayers = async () =>
      (
        await db.execute<{ id: number }>(
          sql`select work_id as id from citation_context where text = 'Said since of [1].' order by 1`,
        )
      ).rows.map(({ id }) => id);
    expect(await sayers()).toEqual([ids.printed]);
    await takeRecords(connection, since);
    expect(new Set(await sayers())).toEqual(new Set([ids.printed, ids.preprint]));
    expect(await differences(db)).toEqual([]);
  });

  test("waits for a later merge of the remaining paper", async ({ connection }) => {
    const { db } = connection;
    const ids = await addTwins(connection);
    const admin = await asker(db);
    const before = await allRows(db);
    const first = await mergeWorks(db, { from: ids.preprint, into: ids.printed, ...admin });
    const aside = await mergeWorks(db, { from: ids.paper, into: ids.book, ...admin });
    const second = await mergeWorks(db, { from: ids.printed, into: ids.draft, ...admin });
    await expect(takeApart(db, { mergeId: first.mergeId, ...admin })).rejects.toThrow(
      "Take the later merge, with “Counting the keepers of the north, again and again”, apart first",
    );
    const { rows } = await db.execute(sql`select remaining_work(${ids.preprint}) as remaining`);
    expect(rows).toEqual([{ remaining: ids.draft }]);
    for (const { mergeId } of [aside, second, first]) {
      await takeApart(db, { mergeId, ...admin });
      expect(await differences(db)).toEqual([]);
    }
    expect(await allRows(db)).toEqual(before);
  });
});

describe("an import whose works were merged", () => {
  test("is not undone before the merge is taken apart, and then leaves nothing", async ({ connection }) => {
    const { db } = connection;
    const ids = await addTwins(connection);
    const admin = await asker(db);
    const { rows } = await db.execute<{ id: number }>(sql`
      update import_run set status = 'undoing', lease_by = 'w', ran_at = now() - interval '1 second'
      returning id`);
    const importRunId = rows[0]?.id ?? 0;
    const { mergeId } = await mergeWorks(db, { from: ids.preprint, into: ids.printed, ...admin });
    await expect(refuseUndo(db, importRunId)).rejects.toThrow(
      "Take apart the merges of its papers first, beginning with that of “Counting the Keepers of the North Again”",
    );
    await expect(undoImport(connection, { importRunId, holder: "w" })).rejects.toThrow(
      "Take apart the merges",
    );
    await takeApart(db, { mergeId, ...admin });
    await undoImport(connection, { importRunId, holder: "w" });
    const { rows: left } = await db.execute(sql`select 1 from work union all select 1 from work_merge`);
    expect(left).toEqual([]);
  });

  test("is undone while a merge stands that came before it, also once that is taken apart", async ({
    connection,
  }) => {
    const { db } = connection;
    const ids = await addTwins(connection);
    const admin = await asker(db);
    const original = await allRows(db);
    const { mergeId } = await mergeWorks(db, { from: ids.preprint, into: ids.printed, ...admin });
    const merged = await allRows(db);
    const since: ImportRecord[] = [
      recordOf("preprint"),
      recordOf("keepers"),
      recordOf("tides"),
      { kind: "citation", hub: "keepers", citing: "preprint", contextGap: "not_parsed" },
      { kind: "citation", hub: "tides", citing: "preprint", isInfluential: true },
      { kind: "context", hub: "keepers", citing: "preprint", text: "Said since of [1].", source: "spokes" },
    ];
    const undoLast = async () => {
      const { rows } = await db.execute<{ id: number }>(sql`
        update import_run set status = 'undoing', lease_by = 'w', ran_at = now() + id * interval '1 second'
        where id = (select max(id) from import_run) returning id`);
      await undoImport(connection, { importRunId: rows[0]?.id ?? 0, holder: "w" });
    };
    await takeRecords(connection, since);
    await undoLast();
    expect(await allRows(db)).toEqual(merged);
    await takeRecords(connection, since);
    await db.execute(
      sql`update import_run set ran_at = now() + id * interval '1 second' where id = (select max(id) from import_run)`,
    );
    await takeApart(db, { mergeId, ...admin });
    await undoLast();
    expect(await differences(db)).toEqual([]);
    expect(await allRows(db)).toEqual(original);
  });
});
