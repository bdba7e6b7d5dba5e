import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { revertVotesOf } from "@/db/commands/revert-votes";
import { withdrawVote } from "@/db/commands/withdraw-vote";
import { user } from "@/db/schema/user";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { addVotableHubs, vote } from "@/db/testing/votable";
import { getPerson } from "./person";
import { getVoteFigures, listVotesOfPerson } from "./person-votes";
import { getVotesSince } from "./votes-since";

const ALL = { after: null, limit: 100 };

test("figures count the person's current votes on what is shown, and those that say what was agreed", async ({
  connection,
}) => {
  const { db } = connection;
  const targets = await addVotableHubs(connection, { lighthouses: 3 });
  const [other] = await addVotableHubs(connection, { noise: 1 });
  const [agreed, dissent, contested, alone, withdrawn, hidden] = targets;
  if (!agreed || !dissent || !contested || !alone || !withdrawn || !hidden || !other)
    throw new Error("no target");
  const [ada, bob, cyd] = [await addPerson(db), await addPerson(db), await addPerson(db)];
  const supporting = { polarity: "supporting" } as const;
  for (const who of [ada, bob]) await vote(db, who, agreed, supporting);
  for (const who of [bob, cyd]) await vote(db, who, dissent, supporting);
  await vote(db, ada, dissent, { polarity: "contrasting" });
  await vote(db, ada, contested, supporting);
  await vote(db, bob, contested, { polarity: "neutral", role: "background" });
  await vote(db, ada, alone, { polarity: "unclear" });
  for (const target of [withdrawn, hidden]) await vote(db, ada, target);
  await withdrawVote(db, { userId: ada, target: withdrawn, revision: 1, submission: "w" });
  await db.execute(sql`update citation_context set hidden_reason = 'cut' where id = ${hidden.contextId}`);
  await vote(db, ada, other);
  await vote(db, bob, other);

  expect(await getVoteFigures(db, ada)).toEqual({
    votes: 5,
    hubs: 2,
    // Once two of three votes say supporting and this one contrasting; on the contested target nothing is agreed.
    onAgreedPolarity: 3,
    asAgreedPolarity: 2,
    onAgreedRole: 3,
    asAgreedRole: 3,
  });
  const { votes } = await listVotesOfPerson(db, ada, ALL);
  expect(votes.map(({ slug, citerId, contextId }) => [slug, citerId, contextId])).toEqual([
    ["noise", other.workId, other.contextId],
    ...[alone, contested, dissent, agreed].map(({ workId, contextId }) => ["lighthouses", workId, contextId]),
  ]);
});

test("a person without votes has none, whatever others have", async ({ connection }) => {
  const [target] = await addVotableHubs(connection, { lighthouses: 1 });
  const [ada, bob] = [await addPerson(connection.db), await addPerson(connection.db)];
  if (target) await vote(connection.db, bob, target);
  expect(Object.values(await getVoteFigures(connection.db, ada))).toEqual([0, 0, 0, 0, 0, 0]);
  expect(await listVotesOfPerson(connection.db, ada, ALL)).toEqual({ votes: [], next: null });
});

test("pages of votes follow one another without a gap, also where votes changed at the same moment", async ({
  connection,
}) => {
  const { db } = connection;
  const targets = await addVotableHubs(connection, { lighthouses: 4 });
  const ada = await addPerson(db);
  for (const target of targets) await vote(db, ada, target);
  await db.execute(sql`update vote set changed_at = '2026-05-03 10:00:00.123456Z' where id % 2 = 0`);
  const whole = (await listVotesOfPerson(db, ada, ALL)).votes.map(({ id }) => id);
  const paged: number[] = [];
  let after: Awaited<ReturnType<typeof listVotesOfPerson>>["next"] = null;
  do {
    const page = await listVotesOfPerson(db, ada, { after, limit: 2 });
    paged.push(...page.votes.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  expect(paged).toEqual(whole);
  expect(new Set(paged).size).toBe(targets.length);
});

test("a removed person is nobody, and a disabled one has no name", async ({ db }) => {
  await addPerson(db, { handle: "ada", name: "Ada" });
  await addPerson(db, { handle: "bob", name: "Rude Words", disabled: true });
  const gone = await addPerson(db, { handle: "gone" });
  await db.update(user).set({ removedAt: new Date() }).where(eq(user.id, gone));
  expect(await getPerson(db, "ada")).toMatchObject({ name: "Ada", disabled: false });
  expect(await getPerson(db, "bob")).toMatchObject({ name: "", disabled: true });
  expect(await getPerson(db, "gone")).toBeNull();
});

test("what a revert would do is counted before it does it", async ({ connection }) => {
  const { db } = connection;
  const [before, changed, cast, gone] = await addVotableHubs(connection, { lighthouses: 3 });
  const [other] = await addVotableHubs(connection, { noise: 1 });
  if (!before || !changed || !cast || !gone || !other) throw new Error("no target");
  const [ada, bob, admin] = [
    await addPerson(db),
    await addPerson(db),
    await addPerson(db, { role: "admin" }),
  ];
  for (const target of [before, changed]) await vote(db, ada, target);
  await db.execute(sql`update vote set changed_at = now() - interval '1 day'`);
  await db.execute(sql`set local session_replication_role = replica`);
  await db.execute(sql`update vote_revision set at = now() - interval '1 day'`);
  await db.execute(sql`set local session_replication_role = origin`);
  const since = new Date(Date.now() - 60 * 60 * 1000);
  await vote(db, ada, changed, { polarity: "mixed" }, { revision: 1 });
  for (const target of [cast, gone, other]) await vote(db, ada, target);
  await withdrawVote(db, { userId: ada, target: gone, revision: 1, submission: "w" });
  await vote(db, bob, cast);

  expect(await getVotesSince(db, ada, since)).toEqual({ cast: 2, changed: 1, hubs: 2 });
  expect(await revertVotesOf(db, { userId: ada, since, byUserId: admin, address: "" })).toBe(3);
});
