import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { recountVotesOf } from "@/db/commands/recount-votes";
import { relabel } from "@/db/commands/relabel";
import { withdrawVote } from "@/db/commands/withdraw-vote";
import { test as base } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { addVotableHubs, newSubmission, vote } from "@/db/testing/votable";
import type { Target } from "@/lib/citation/target-key";
import { getHubFigures } from "./hub-figures";
import { getOwnVote, listTargetLabels, listTargetVotes, listVotesOfCiter } from "./target-votes";
import { countVoters, getVotedFigures } from "./voted";

interface World {
  db: Db;
  hubId: number;
  /** The citers of 2002, 2003 and 2004, each as a whole with its sentences after it. */
  citers: [Target[], Target[], Target[]];
  ada: number;
  otto: number;
}

const test = base.extend<{ world: World }>({
  world: async ({ connection }, use) => {
    const { db } = connection;
    const targets = await addVotableHubs(connection, { keepers: 4, noise: 4 });
    const [ada, otto] = [await addPerson(db, { handle: "ada" }), await addPerson(db, { handle: "otto" })];
    for (const target of targets.slice(10)) await vote(db, await addPerson(db), target);
    const citers: World["citers"] = [targets.slice(1, 3), targets.slice(3, 6), targets.slice(6, 10)];
    await use({ db, hubId: targets[0]?.hubId ?? 0, citers, ada, otto });
  },
});

const NOTHING = { single: 0, agreed: 0 };

describe("the voted figures of a hub", () => {
  test("count citers by polarity, reading, strength and year", async ({ world }) => {
    const { db, hubId, citers, ada, otto } = world;
    const [, first] = citers[0] as [Target, Target];
    await vote(db, ada, first, { basis: "own_evidence" });
    await vote(db, otto, first, { basis: "own_evidence" });
    const [, second, third] = citers[1] as [Target, Target, Target];
    await vote(db, ada, second, { polarity: "contrasting", basis: "restates" });
    await vote(db, ada, third, { polarity: "unclear" });
    const [, fourth] = citers[2] as [Target, Target];
    await vote(db, ada, fourth, { polarity: "neutral" });
    await vote(db, otto, fourth, { polarity: "mixed" });

    const { polarity, years, firstContrasting } = await getVotedFigures(db, hubId);
    const none = { supporting: NOTHING, mixed: NOTHING, neutral: NOTHING, contrasting: NOTHING };
    const supporting = { single: 0, agreed: 1 };
    const once = { single: 1, agreed: 0 };
    expect(polarity.citers).toEqual({
      all: { values: { ...none, supporting, contrasting: once }, contested: 1, unclear: 0 },
      own: { values: { ...none, supporting, neutral: once }, contested: 1, unclear: 0 },
    });
    expect(polarity.sentences).toEqual({
      all: { values: { ...none, supporting, contrasting: once }, contested: 1, unclear: 1 },
      own: { values: { ...none, supporting, neutral: once }, contested: 1, unclear: 1 },
    });
    expect(years).toEqual([
      { year: 2002, polarities: { values: { ...none, supporting }, contested: 0, unclear: 0 } },
      { year: 2003, polarities: { values: { ...none, contrasting: once }, contested: 0, unclear: 0 } },
      { year: 2004, polarities: { values: none, contested: 1, unclear: 0 } },
    ]);
    expect(firstContrasting).toBe(2003);
    expect(await getHubFigures(db, hubId)).toMatchObject({ citers: 4, voted: 3, agreed: 1, contested: 1 });
  });

  test("count each role of a citer, and the citer once under any", async ({ world }) => {
    const { db, hubId, citers, ada } = world;
    const [paper, first, second] = citers[2] as [Target, Target, Target];
    await vote(db, ada, paper, { role: "background" });
    await vote(db, ada, first, { role: "replication", furtherRoles: ["dataset"] });
    await vote(db, ada, second, { role: "dataset" });
    const { roles, firstReplication } = await getVotedFigures(db, hubId);
    const counted = (unit: "citers" | "sentences") =>
      roles[unit].values.filter((row) => row.single + row.agreed > 0).map((row) => [row.role, row.single]);
    expect(counted("citers")).toEqual([
      ["background", 1],
      ["dataset", 1],
      ["replication", 1],
    ]);
    expect(counted("sentences")).toEqual([
      ["dataset", 2],
      ["replication", 1],
    ]);
    expect([roles.citers.any, roles.sentences.any]).toEqual([1, 2]);
    expect(firstReplication).toBe(2004);
  });

  test("count citers by their verdict on each claim", async ({ world }) => {
    const { db, hubId, citers, ada, otto } = world;
    await vote(db, ada, citers[0][1] as Target, { claims: [{ number: 2, verdict: "contrasting" }] });
    for (const person of [ada, otto])
      await vote(db, person, citers[1][1] as Target, { claims: [{ number: 2, verdict: "neutral" }] });
    expect((await getVotedFigures(db, hubId)).claims).toEqual([
      {
        number: 2,
        verdicts: {
          supporting: NOTHING,
          mixed: NOTHING,
          neutral: { single: 0, agreed: 1 },
          contrasting: { single: 1, agreed: 0 },
        },
      },
    ]);
  });

  test("count people whose votes count once each", async ({ world }) => {
    const { db, hubId, citers, ada, otto } = world;
    const late = await addPerson(db, { approved: false });
    for (const target of citers[2]) await vote(db, ada, target);
    await vote(db, otto, citers[0][0] as Target);
    await vote(db, late, citers[0][0] as Target);
    expect(await countVoters(db, hubId)).toBe(2);
    await db.execute(sql`update "user" set approved_at = now() where id = ${late}`);
    await recountVotesOf(db, late);
    expect(await countVoters(db, hubId)).toBe(3);
  });
});

describe("the votes on a target", () => {
  test("are listed with what they say; uncounted ones are marked, withdrawn ones left out", async ({
    world,
  }) => {
    const { db, citers, ada, otto } = world;
    const [paper, sentence] = citers[0] as [Target, Target];
    const late = await addPerson(db, { handle: "late", approved: false });
    const claims = [{ number: 1, verdict: "mixed" as const }];
    await vote(db, ada, sentence, { claims, basis: "restates" }, { note: "See Table 2.", ownPaper: true });
    await vote(db, late, sentence, { polarity: "neutral" });
    await vote(db, otto, sentence);
    await vote(db, otto, paper, { role: "other" });
    await withdrawVote(db, { userId: otto, target: sentence, revision: 1, submission: newSubmission() });
    await db.execute(sql`update "user" set removed_at = now() where handle = 'ada'`);
    const listed = await listTargetVotes(db, sentence);
    expect(listed).toEqual([
      {
        handle: null,
        role: "method",
        furtherRoles: [],
        polarity: "supporting",
        basis: "restates",
        claims,
        note: "See Table 2.",
        ownPaper: true,
        counted: true,
        changedAt: expect.any(Date),
      },
      expect.objectContaining({ handle: "late", polarity: "neutral", counted: false, claims: [] }),
    ]);
    const ofCiter = await listVotesOfCiter(db, sentence.workId);
    expect(ofCiter.map((one) => [one.contextId, one.handle, one.role])).toEqual([
      [sentence.contextId, null, "method"],
      [sentence.contextId, "late", "method"],
      [null, "otto", "other"],
    ]);
  });

  test("give labels, with the reason where an admin decided; what is hidden has none", async ({ world }) => {
    const { db, citers, ada, otto } = world;
    const [, sentence, other] = citers[1] as [Target, Target, Target];
    await vote(db, ada, sentence);
    await vote(db, otto, sentence, { polarity: "contrasting" });
    await vote(db, ada, other);
    await db.execute(sql`insert into ruling (hub_id, target_id, user_id, polarity, reason)
      select hub_id, id, ${otto}, 'mixed', 'It does both.' from target where context_id = ${sentence.contextId}`);
    await db.execute(sql`update citation_context set hidden_reason = 'cut' where id = ${other.contextId}`);
    await relabel(db, [sentence]);
    expect(await listTargetLabels(db, sentence.workId)).toEqual([
      {
        hubId: sentence.hubId,
        contextId: sentence.contextId,
        polarityState: "adjudicated",
        polarity: "mixed",
        basis: null,
        roleState: "agreed",
        role: "method",
        furtherRoles: [],
        votes: 2,
        ruling: "It does both.",
      },
    ]);
    expect(await listVotesOfCiter(db, sentence.workId)).toHaveLength(2);
  });

  test("hold one's own, with the revision that a form must name", async ({ world }) => {
    const { db, citers, ada, otto } = world;
    const [paper, sentence] = citers[1] as [Target, Target];
    await vote(db, otto, sentence, { polarity: "mixed" });
    expect(await getOwnVote(db, ada, sentence)).toBeNull();
    await vote(db, ada, sentence);
    await withdrawVote(db, { userId: ada, target: sentence, revision: 1, submission: newSubmission() });
    expect(await getOwnVote(db, ada, sentence)).toMatchObject({
      polarity: "supporting",
      revision: 2,
      withdrawn: true,
    });
    expect(await getOwnVote(db, ada, paper)).toBeNull();
  });
});
