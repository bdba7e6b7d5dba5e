import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { test as base } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { addVotableHubs, newSubmission, vote } from "@/db/testing/votable";
import type { Target } from "@/lib/citation/target-key";
import { recountVotesOf } from "./recount-votes";
import { revertVotesOf } from "./revert-votes";
import { setHidden } from "./set-hidden";
import { undoVote } from "./undo-vote";

const test = base.extend<{ targets: Target[]; ada: number; admin: number }>({
  targets: async ({ connection }, use) => use(await addVotableHubs(connection, { keepers: 4, noise: 3 })),
  ada: async ({ db }, use) => use(await addPerson(db)),
  admin: async ({ db }, use) => use(await addPerson(db, { role: "admin" })),
});

async function clock(db: Db): Promise<Date> {
  const { rows } = await db.execute<{ now: string }>(sql`select clock_timestamp()::text as now`);
  return new Date(rows[0]?.now ?? "");
}

async function labels(db: Db, targets: readonly Target[]) {
  const { rows } = await db.execute<{ said: string }>(sql`
    select concat_ws(' ', t.polarity_state, t.polarity, t.votes) as said from target t
    where t.context_id = any(${sql.param(targets.map((one) => one.contextId))}::bigint[]) order by t.context_id`);
  return rows.map((row) => row.said);
}

describe("reverting a person's votes since a moment", () => {
  test("restores what was said before it, withdraws what came after, and leaves others' votes alone", async ({
    db,
    targets,
    ada,
    admin,
  }) => {
    const [changed, late, kept] = targets.slice(7, 10) as [Target, Target, Target];
    const otto = await addPerson(db);
    const claims = [{ number: 1, verdict: "mixed" as const }];
    await vote(db, ada, changed, { claims });
    await vote(db, ada, kept, { polarity: "neutral" });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const since = await clock(db);
    await vote(db, ada, changed, { polarity: "contrasting" }, { revision: 1 });
    await vote(db, ada, late, { polarity: "mixed" });
    await vote(db, otto, late, { polarity: "mixed" });
    expect(await labels(db, [changed, late, kept])).toEqual([
      "single contrasting 1",
      "agreed mixed 2",
      "single neutral 1",
    ]);
    const revert = { userId: ada, since, byUserId: admin, address: "192.0.2.7" };
    expect(await revertVotesOf(db, revert)).toBe(2);
    expect(await labels(db, [changed, late, kept])).toEqual([
      "single supporting 1",
      "single mixed 1",
      "single neutral 1",
    ]);
    const { rows } = await db.execute(sql`
      select r.revision, r.act, r.by_user_id, (select count(*)::int from vote_claim c where c.vote_id = v.id) as claims
      from vote v join vote_revision r on r.hub_id = v.hub_id and r.vote_id = v.id and r.revision = v.revision
      where v.user_id = ${ada} order by v.id`);
    expect(rows).toEqual([
      { revision: 3, act: "revert", by_user_id: admin, claims: 1 },
      { revision: 1, act: "cast", by_user_id: ada, claims: 0 },
      { revision: 2, act: "withdraw", by_user_id: admin, claims: 0 },
    ]);
    expect(await revertVotesOf(db, revert)).toBe(0);
  });

  test("is written to the audit log, and can itself be undone", async ({ db, targets, ada, admin }) => {
    const [sentence] = targets.slice(7) as [Target];
    await vote(db, ada, sentence);
    await revertVotesOf(db, { userId: ada, since: new Date(0), byUserId: admin, address: "192.0.2.7" });
    const { rows } = await db.execute(sql`select actor_id, action, subject, detail, address from audit_log`);
    expect(rows).toEqual([
      {
        actor_id: admin,
        action: "votes.revert",
        subject: `user:${ada}`,
        detail: { since: "1970-01-01T00:00:00.000Z", votes: 1 },
        address: "192.0.2.7",
      },
    ]);
    await undoVote(db, { userId: ada, target: sentence, revision: 2, submission: newSubmission() });
    expect(await labels(db, [sentence])).toEqual(["single supporting 1"]);
  });
});

test("votes cast before an account is approved count from its approval on", async ({ db, targets }) => {
  const [sentence] = targets.slice(7) as [Target];
  const late = await addPerson(db, { approved: false });
  await vote(db, late, sentence);
  expect(await labels(db, [sentence])).toEqual(["unlabelled 0"]);
  await db.execute(sql`update "user" set approved_at = now() where id = ${late}`);
  await recountVotesOf(db, late);
  expect(await labels(db, [sentence])).toEqual(["single supporting 1"]);
});

describe("a hidden sentence", () => {
  test("counts nowhere, and counts again when it is shown again", async ({ db, targets, ada }) => {
    const [sentence] = targets.slice(7) as [Target];
    await vote(db, ada, sentence);
    const citation = async () =>
      (
        await db.execute(sql`select label_state, votes, context_count from citation
          where hub_id = ${sentence.hubId} and work_id = ${sentence.workId}`)
      ).rows[0];
    const summary = async () =>
      (
        await db.execute(sql`select sum(count)::int as counted from voted_summary
          where hub_id = ${sentence.hubId} and axis = 'polarity'`)
      ).rows[0];
    expect(await summary()).toEqual({ counted: 4 });
    await setHidden(db, sentence, "not a citation");
    expect(await citation()).toEqual({ label_state: "unlabelled", votes: 0, context_count: 2 });
    expect(await summary()).toEqual({ counted: 0 });
    await setHidden(db, sentence, null);
    expect(await citation()).toEqual({ label_state: "labelled", votes: 1, context_count: 3 });
    expect(await summary()).toEqual({ counted: 4 });
  });
});

describe("the history", () => {
  for (const table of ["vote_revision", "audit_log"])
    for (const change of [
      `update ${table} set id = default`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ])
      test(`refuses: ${change}`, async ({ db, targets, ada }) => {
        await vote(db, ada, targets[0] as Target);
        await expect(db.transaction((tx) => tx.execute(sql.raw(change)))).rejects.toMatchObject({
          cause: { message: expect.stringMatching(`^${table} is append-only`) },
        });
      });
});
