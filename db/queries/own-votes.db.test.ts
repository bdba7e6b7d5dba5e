import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { undoVote } from "@/db/commands/undo-vote";
import { withdrawVote } from "@/db/commands/withdraw-vote";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { addVotableHubs, newSubmission, vote } from "@/db/testing/votable";
import { formatTargetKey, type Target } from "@/lib/citation/target-key";
import { getDistribution } from "./distribution";
import { findTarget, getLabelTarget } from "./label-target";
import { countVotesByHub, countVotesToday, getLastVote, listOwnRevisions } from "./own-votes";

/** A sentence of a hub and another one, both with a vote of somebody else. */
async function twoTargets(db: Db, targets: readonly Target[]): Promise<[Target, Target]> {
  const [one, other] = targets.filter(({ contextId }) => contextId !== null);
  if (!one || !other) throw new Error("the hub has too few sentences");
  const somebody = await addPerson(db);
  for (const target of [one, other]) await vote(db, somebody, target, { role: "other" });
  return [one, other];
}

test("a person's own revisions are those of their vote on that target, the latest first", async ({
  connection,
}) => {
  const { db } = connection;
  const [one, other] = await twoTargets(db, await addVotableHubs(connection, { a: 3, noise: 3 }));
  const userId = await addPerson(db);
  expect(await listOwnRevisions(db, userId, one)).toEqual([]);
  await vote(db, userId, other);
  await vote(db, userId, one, { role: "method" }, { note: "first" });
  await vote(db, userId, one, { role: "dataset" }, { revision: 1 });
  await withdrawVote(db, { userId, target: one, revision: 2, submission: newSubmission() });
  expect(await listOwnRevisions(db, userId, one)).toMatchObject([
    { revision: 3, act: "withdraw", role: "dataset", byOther: false },
    { revision: 2, act: "change", role: "dataset", note: "" },
    { revision: 1, act: "cast", role: "method", note: "first" },
  ]);
});

test("undoing is about the vote that was changed last and not withdrawn", async ({ connection }) => {
  const { db } = connection;
  const [one, other] = await twoTargets(db, await addVotableHubs(connection, { a: 3, noise: 3 }));
  const userId = await addPerson(db);
  expect(await getLastVote(db, userId)).toBeNull();
  await vote(db, userId, one);
  await vote(db, userId, other);
  const last = await getLastVote(db, userId);
  expect(last).toEqual({ target: other, key: formatTargetKey(other), revision: 1 });
  await undoVote(db, { userId, target: other, revision: 1, submission: newSubmission() });
  expect((await getLastVote(db, userId))?.target).toEqual(one);
});

test("votes are counted by hub and by day, without those that were withdrawn", async ({ connection }) => {
  const { db } = connection;
  const targets = await addVotableHubs(connection, { a: 3, noise: 3 });
  const [one, other] = await twoTargets(db, targets);
  const elsewhere = targets.find(({ hubId }) => hubId !== one.hubId);
  const userId = await addPerson(db);
  for (const target of [one, other]) await vote(db, userId, target);
  if (elsewhere) await vote(db, userId, elsewhere);
  await withdrawVote(db, { userId, target: other, revision: 1, submission: newSubmission() });
  expect(await countVotesToday(db, userId)).toBe(2);
  expect(new Map((await countVotesByHub(db, userId)).map(({ hubId, votes }) => [hubId, votes]))).toEqual(
    new Map([
      [one.hubId, 1],
      [elsewhere?.hubId, 1],
    ]),
  );
  await db.execute(sql`update vote set changed_at = now() - interval '25 hours' where user_id = ${userId}`);
  expect(await countVotesToday(db, userId)).toBe(0);
});

test("a target is shown without what anybody made of it, and not at all once it is hidden", async ({
  connection,
}) => {
  const { db } = connection;
  const [one] = await twoTargets(db, await addVotableHubs(connection, { a: 3, noise: 3 }));
  const key = { kind: "context", contextId: one.contextId ?? 0 } as const;
  const shown = await getLabelTarget(db, key);
  expect(shown?.target).toEqual(one);
  expect(shown?.context?.text).toMatch(/speaks of \[1\]/);
  expect(Object.keys({ ...shown, ...shown?.hub, ...shown?.citer, ...shown?.context }).join()).not.toMatch(
    /vote|label|polarit|suggest|role/i,
  );
  const whole = await getLabelTarget(db, { kind: "paper", hubId: one.hubId, workId: one.workId });
  expect(whole).toMatchObject({ context: null, target: { ...one, contextId: null } });
  await db.execute(sql`update citation_context set hidden_reason = 'x' where id = ${one.contextId}`);
  expect(await getLabelTarget(db, key)).toBeNull();
  expect(await findTarget(db, key)).toEqual(one);
  await db.execute(
    sql`update citation set hidden_reason = 'x' where hub_id = ${one.hubId} and work_id = ${one.workId}`,
  );
  expect(await getLabelTarget(db, { kind: "paper", hubId: one.hubId, workId: one.workId })).toBeNull();
});

test("a hidden hub has nothing to label", async ({ connection }) => {
  const { db } = connection;
  const [one] = await twoTargets(db, await addVotableHubs(connection, { a: 3, noise: 3 }));
  await db.execute(sql`update hub set status = 'hidden' where id = ${one.hubId}`);
  expect(await getLabelTarget(db, { kind: "context", contextId: one.contextId ?? 0 })).toBeNull();
});

test("the distribution of a target holds its consensus and all its current votes, oldest first", async ({
  connection,
}) => {
  const { db } = connection;
  const [one, other] = await twoTargets(db, await addVotableHubs(connection, { a: 3, noise: 3 }));
  const userId = await addPerson(db, { handle: "ada" });
  await vote(db, userId, one, { role: "method", polarity: "contrasting" });
  expect(await getDistribution(db, one)).toMatchObject({
    label: { polarityState: "contested", polarity: null, roleState: "contested", role: null },
    votes: [{ role: "other" }, { handle: "ada", role: "method", polarity: "contrasting" }],
  });
  expect((await getDistribution(db, other))?.votes).toHaveLength(1);
  expect(await getDistribution(db, { ...one, contextId: null })).toBeNull();
});
