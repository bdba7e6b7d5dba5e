import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { setHidden } from "@/db/commands/set-hidden";
import { withdrawVote } from "@/db/commands/withdraw-vote";
import { test as base } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { addVotableHubs, newSubmission, vote } from "@/db/testing/votable";
import type { Target } from "@/lib/citation/target-key";
import { listAgreement } from "./agreement";
import { getCiter } from "./citer";
import { listCiters } from "./citers";
import { listContested } from "./contested";
import { listHubs } from "./hubs";
import { listNeedingVote } from "./needing-vote";
import { getSuggestedFigures } from "./suggested";

interface World {
  db: Db;
  hubId: number;
  /** The paper of 2003 as a whole, its sentence that is suggested to disagree, and its other one. */
  paper: Target;
  suggested: Target;
  other: Target;
  people: [number, number, number];
}

/** Two hubs of the same shape; every target of the second has contradicting votes. */
const test = base.extend<{ world: World }>({
  world: async ({ connection }, use) => {
    const { db } = connection;
    const targets = await addVotableHubs(connection, { keepers: 3, noise: 3 });
    const people: World["people"] = [await addPerson(db), await addPerson(db), await addPerson(db)];
    for (const target of targets.slice(6)) {
      await vote(db, people[0], target, { polarity: "mixed" });
      await vote(db, people[1], target, { polarity: "contrasting" });
    }
    const [paper, suggested, other] = targets.slice(3, 6) as [Target, Target, Target];
    await use({ db, hubId: paper.hubId, paper, suggested, other, people });
  },
});

const EVERY = {
  filter: { words: "", fromYear: null, toYear: null },
  sort: "newest",
  after: null,
  limit: 9,
} as const;

describe("what is suggested of the unlabelled", () => {
  test("a vote takes its sentence and its citer out, and withdrawing it puts both back", async ({
    world,
  }) => {
    const { db, hubId, suggested, people } = world;
    const before = await getSuggestedFigures(db, hubId);
    expect(before.unlabelled).toEqual(before.polarity);
    expect(before.unlabelled.citers.all).toMatchObject({ contrasting: 2, none: 1 });
    await vote(db, people[0], suggested);
    const after = await getSuggestedFigures(db, hubId);
    expect(after.polarity).toEqual(before.polarity);
    expect(after.unlabelled.citers.all).toMatchObject({ contrasting: 1, none: 1 });
    expect(after.unlabelled.citers.own).toMatchObject({ contrasting: 1, none: 1 });
    expect(after.unlabelled.sentences.all).toMatchObject({ contrasting: 1, none: 1 });
    await withdrawVote(db, {
      userId: people[0],
      target: suggested,
      revision: 1,
      submission: newSubmission(),
    });
    expect((await getSuggestedFigures(db, hubId)).unlabelled).toEqual(before.unlabelled);
  });

  test("a second vote on the same changes nothing, a vote on a sentence of a labelled citer the sentence alone", async ({
    world,
  }) => {
    const { db, hubId, suggested, other, people } = world;
    await vote(db, people[0], suggested);
    await vote(db, people[1], suggested, { polarity: "contrasting" });
    const { unlabelled } = await getSuggestedFigures(db, hubId);
    expect(unlabelled.citers.all).toMatchObject({ contrasting: 1, none: 1 });
    await vote(db, people[0], other);
    const later = await getSuggestedFigures(db, hubId);
    expect(later.unlabelled.citers).toEqual(unlabelled.citers);
    expect(later.unlabelled.sentences.all).toMatchObject({ contrasting: 1, none: 0 });
  });

  test("a sentence that was voted on and is hidden counts neither as suggested nor as labelled", async ({
    world,
  }) => {
    const { db, hubId, suggested, people } = world;
    await vote(db, people[0], suggested);
    await setHidden(db, suggested, "no citation");
    const { polarity, unlabelled } = await getSuggestedFigures(db, hubId);
    expect(polarity.sentences.all).toMatchObject({ contrasting: 1, none: 1 });
    expect(unlabelled.citers.all).toMatchObject({ contrasting: 1, none: 2 });
  });
});

describe("the most contested targets", () => {
  test("are those of the hub, most votes first, with the counted votes of each side", async ({ world }) => {
    const { db, hubId, paper, suggested, other, people } = world;
    const late = await addPerson(db, { approved: false });
    for (const [person, polarity] of [
      [people[0], "supporting"],
      [people[1], "contrasting"],
      [people[2], "mixed"],
      [late, "neutral"],
    ] as const)
      await vote(db, person, suggested, { polarity });
    await vote(db, people[0], paper, { role: "method" });
    await vote(db, people[1], paper, { role: "background" });
    await vote(db, people[0], other);
    const contested = await listContested(db, hubId, 5);
    expect(
      contested.map(({ contextId, polarityState, roleState, votes }) => [
        contextId,
        polarityState,
        roleState,
        votes.map(({ polarity }) => polarity).sort(),
      ]),
    ).toEqual([
      [suggested.contextId, "contested", "agreed", ["contrasting", "mixed", "supporting"]],
      [null, "agreed", "contested", ["supporting", "supporting"]],
    ]);
    expect(contested[0]?.text).toBe("Sentence 0 of paper 2 speaks of [1].");
    await setHidden(db, suggested, "no citation");
    expect(await listContested(db, hubId, 5)).toHaveLength(1);
  });
});

describe("citations that need a vote", () => {
  test("are one of each hub: the contested one, else a sentence of the newest citer without a vote", async ({
    world,
  }) => {
    const { db, hubId, people, suggested } = world;
    const [first, second, ...others] = await listNeedingVote(db, 4);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ contested: true, votes: 2, hubTitle: "All about the keepers of noise" });
    expect(second).toMatchObject({ contested: false, votes: 0, hubId, contextId: suggested.contextId });
    await vote(db, people[0], suggested);
    const [, next] = await listNeedingVote(db, 4);
    expect(next).toMatchObject({ hubId, votes: 0 });
    expect(next?.workId).not.toBe(suggested.workId);
  });

  test("leave hidden hubs, hidden citations and hidden sentences out", async ({ world }) => {
    const { db, hubId, suggested, other } = world;
    await db.execute(sql`update hub set status = 'hidden' where id <> ${hubId}`);
    await setHidden(db, suggested, "no citation");
    expect(await listNeedingVote(db, 4)).toMatchObject([{ hubId, contextId: other.contextId }]);
    await setHidden(db, { ...suggested, contextId: null }, "no citation");
    const [left] = await listNeedingVote(db, 4);
    expect(left?.workId).not.toBe(suggested.workId);
    await db.execute(sql`update hub set status = 'hidden'`);
    expect(await listNeedingVote(db, 4)).toEqual([]);
  });
});

test("a list of hubs tells of each its own votes and suggestions", async ({ world }) => {
  const { db, hubId, suggested, people } = world;
  await vote(db, people[0], suggested);
  const hubs = await listHubs(db, { after: null, limit: 5 });
  const own = hubs.find(({ id }) => id === hubId);
  expect(own).toMatchObject({ citers: 3, voted: 1 });
  expect(own?.polarity.voted).toMatchObject({ contested: 0, values: { supporting: { single: 1 } } });
  expect(own?.polarity.suggested).toMatchObject({ contrasting: 2, none: 1 });
  const noise = hubs.find(({ id }) => id !== hubId);
  expect(noise).toMatchObject({ voted: 3, polarity: { voted: { contested: 3 } } });
});

test("a citer in a list and on its own page has the label that its votes give, and who voted", async ({
  world,
}) => {
  const { db, hubId, suggested, people } = world;
  await vote(db, people[0], suggested, { claims: [{ number: 2, verdict: "mixed" }] });
  const { citers } = await listCiters(db, hubId, EVERY);
  const row = citers.find(({ workId }) => workId === suggested.workId);
  expect(row).toMatchObject({
    labelState: "labelled",
    polarity: "supporting",
    strength: "single",
    roles: ["method"],
    votes: 1,
    suggestedPolarity: "contrasting",
  });
  const citer = await getCiter(db, suggested.workId);
  expect(citer?.hubs).toMatchObject([{ id: hubId, polarity: "supporting", votes: 1 }]);
  expect(citer?.verdicts).toEqual([{ hubId, number: 2, verdict: "mixed", strength: "single" }]);
  expect(citer?.targets).toMatchObject([
    {
      contextId: suggested.contextId,
      polarityState: "single",
      said: [{ counted: true, polarity: "supporting" }],
    },
  ]);
});

test("a sentence that was entered by hand tells by whom, from where, and whether it was confirmed", async ({
  world,
}) => {
  const { db, suggested, people } = world;
  const [ada] = people;
  await db.execute(sql`
    update citation_context set import_run_id = null, added_by = ${ada}, read_in = 'the preprint, page 4'
    where id = ${suggested.contextId}`);
  const contextOf = async () =>
    (await getCiter(db, suggested.workId))?.contexts.find(({ id }) => id === suggested.contextId);
  const { rows } = await db.execute<{ handle: string }>(sql`select handle from "user" where id = ${ada}`);
  expect(await contextOf()).toMatchObject({
    byHand: true,
    addedBy: rows[0]?.handle,
    readIn: "the preprint, page 4",
    confirmed: false,
  });
  await db.execute(
    sql`update citation_context set confirmed_by = ${people[1]} where id = ${suggested.contextId}`,
  );
  await db.execute(sql`update "user" set removed_at = now() where id = ${ada}`);
  expect(await contextOf()).toMatchObject({ byHand: true, addedBy: null, confirmed: true });
});

test("agreement comes in the order of the axes, of this hub alone", async ({ world }) => {
  const { db, hubId } = world;
  await db.execute(sql`
    insert into agreement (hub_id, axis, alpha, targets, ratings, people, unclear, votes, last_revision)
    select h.id, axis, 0.5, 3, 7, 2, 1, 8, 0
    from hub h, unnest(array['role_set', 'polarity', 'role']) as axis`);
  const rows = await listAgreement(db, hubId);
  expect(rows.map(({ axis, targets }) => [axis, targets])).toEqual([
    ["polarity", 3],
    ["role", 3],
    ["role_set", 3],
  ]);
});
