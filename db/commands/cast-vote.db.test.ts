import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { test as base } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { addVotableHubs, newSubmission, vote } from "@/db/testing/votable";
import type { Target } from "@/lib/citation/target-key";
import { UserError } from "@/lib/errors";
import { VoteConflict } from "./vote-conflict";

const test = base.extend<{ targets: Target[] }>({
  targets: async ({ connection }, use) => {
    const targets = await addVotableHubs(connection, { keepers: 4, noise: 3 });
    // Votes of another hub and another citer, so that a forgotten condition shows.
    const noisy = await addPerson(connection.db);
    for (const target of targets.filter((_, i) => i === 1 || i > 9))
      await vote(connection.db, noisy, target, { role: "other", polarity: "neutral" });
    await use(targets);
  },
});

/** The last citer of the hub "keepers": the paper as a whole, and its three sentences. */
const parts = (targets: readonly Target[]) => targets.slice(6, 10) as [Target, Target, Target, Target];

async function citationOf(db: Db, { hubId, workId }: Target) {
  const { rows } = await db.execute(sql`
    select label_state, polarity, polarity_own, strength, roles, role_strength, votes, contested
    from citation where hub_id = ${hubId} and work_id = ${workId}`);
  return rows[0];
}

async function targetOf(db: Db, { hubId, workId, contextId }: Target) {
  const { rows } = await db.execute(sql`
    select polarity_state, polarity, basis, role_state, role, further_roles, votes from target
    where hub_id = ${hubId} and work_id = ${workId} and context_id is not distinct from ${contextId}::bigint`);
  return rows[0];
}

describe("a vote", () => {
  test("gives its sentence and its citation a label", async ({ db, targets }) => {
    const [, sentence] = parts(targets);
    const ada = await addPerson(db);
    const said = { furtherRoles: ["extension", "dataset"] as const, basis: "own_evidence" as const };
    expect(await vote(db, ada, sentence, said)).toEqual({ revision: 1 });
    expect(await targetOf(db, sentence)).toEqual({
      polarity_state: "single",
      polarity: "supporting",
      basis: "own_evidence",
      role_state: "single",
      role: "method",
      further_roles: ["dataset", "extension"],
      votes: 1,
    });
    expect(await citationOf(db, sentence)).toEqual({
      label_state: "labelled",
      polarity: "supporting",
      polarity_own: "supporting",
      strength: "single",
      roles: ["method", "dataset", "extension"],
      role_strength: "single",
      votes: 1,
      contested: false,
    });
  });

  test("that agrees with another makes the label agreed, one that does not makes it contested", async ({
    db,
    targets,
  }) => {
    const [paper, first] = parts(targets);
    const [ada, otto] = [await addPerson(db), await addPerson(db)];
    await vote(db, ada, first);
    await vote(db, otto, first);
    expect(await citationOf(db, first)).toMatchObject({
      strength: "agreed",
      polarity_own: "neutral",
      votes: 2,
    });
    await vote(db, ada, paper, { polarity: "contrasting" });
    await vote(db, otto, paper, { polarity: "neutral" });
    expect(await targetOf(db, paper)).toMatchObject({
      polarity_state: "contested",
      polarity: null,
      votes: 2,
    });
    expect(await citationOf(db, paper)).toMatchObject({ polarity: "supporting", contested: true, votes: 4 });
  });

  test("of an account that is not approved is kept and does not count", async ({ db, targets }) => {
    const [, sentence] = parts(targets);
    await vote(db, await addPerson(db, { approved: false }), sentence);
    expect(await targetOf(db, sentence)).toMatchObject({ polarity_state: "unlabelled", votes: 0 });
    const { rows } = await db.execute(sql`select count(*)::int as kept from vote v join target t
      on t.hub_id = v.hub_id and t.id = v.target_id where t.context_id = ${sentence.contextId}`);
    expect(rows).toEqual([{ kept: 1 }]);
  });

  test("of an account that was disabled counts on", async ({ db, targets }) => {
    const [, sentence] = parts(targets);
    await vote(db, await addPerson(db, { disabled: true }), sentence);
    expect(await targetOf(db, sentence)).toMatchObject({ polarity_state: "single", votes: 1 });
  });

  test("changed with the revision it was opened with appends a revision", async ({ db, targets }) => {
    const [, sentence] = parts(targets);
    const ada = await addPerson(db);
    await vote(db, ada, sentence, {
      claims: [
        { number: 2, verdict: "supporting" },
        { number: 1, verdict: "mixed" },
      ],
    });
    const claims = [{ number: 1, verdict: "neutral" as const }];
    expect(await vote(db, ada, sentence, { polarity: "mixed", claims }, { revision: 1 })).toEqual({
      revision: 2,
    });
    expect(await citationOf(db, sentence)).toMatchObject({ polarity: "mixed", votes: 1 });
    const { rows } = await db.execute(sql`
      select r.revision, r.act, r.polarity, r.claims from vote_revision r
      join vote v on v.hub_id = r.hub_id and v.id = r.vote_id where v.user_id = ${ada} order by r.revision`);
    expect(rows).toEqual([
      {
        revision: 1,
        act: "cast",
        polarity: "supporting",
        claims: [
          { number: 1, verdict: "mixed" },
          { number: 2, verdict: "supporting" },
        ],
      },
      { revision: 2, act: "change", polarity: "mixed", claims },
    ]);
    const verdicts = await db.execute(sql`select claim_number, verdict, strength from citation_claim
      where hub_id = ${sentence.hubId} and work_id = ${sentence.workId}`);
    expect(verdicts.rows).toEqual([{ claim_number: 1, verdict: "neutral", strength: "single" }]);
  });

  test("changed with an older revision is refused, and the refusal holds the vote as it stands", async ({
    db,
    targets,
  }) => {
    const [, sentence] = parts(targets);
    const ada = await addPerson(db);
    await vote(db, ada, sentence, { polarity: "mixed" }, { note: "Only in winter." });
    const stale = await vote(db, ada, sentence).catch((error: unknown) => error);
    expect(stale).toBeInstanceOf(VoteConflict);
    expect(stale).toBeInstanceOf(UserError);
    expect(stale).toMatchObject({
      current: { polarity: "mixed", note: "Only in winter.", revision: 1, withdrawn: false },
    });
    const early = await vote(db, await addPerson(db), sentence, {}, { revision: 3 }).catch((error) => error);
    expect(early).toMatchObject({ name: "VoteConflict", current: null });
  });

  test("sent twice is one revision with one answer", async ({ db, targets }) => {
    const [, sentence] = parts(targets);
    const ada = await addPerson(db);
    const submission = newSubmission();
    await vote(db, ada, sentence, {}, { submission });
    expect(await vote(db, ada, sentence, {}, { submission })).toEqual({ revision: 1 });
    expect(await targetOf(db, sentence)).toMatchObject({ votes: 1 });
  });

  test("sent again for another sentence is refused", async ({ db, targets }) => {
    const [, one, other] = parts(targets);
    const ada = await addPerson(db);
    const submission = newSubmission();
    await vote(db, ada, one, {}, { submission });
    await expect(vote(db, ada, other, {}, { submission })).rejects.toThrow(/sent before/);
    expect(await targetOf(db, other)).toBeUndefined();
  });
});

describe("a vote is refused", () => {
  test("on what does not exist", async ({ db, targets }) => {
    const [, sentence] = parts(targets);
    const ada = await addPerson(db);
    const elsewhere = targets[1] as Target;
    for (const target of [
      { ...sentence, contextId: 999_999 },
      { ...sentence, workId: elsewhere.workId },
      { ...sentence, hubId: 999_999 },
    ])
      await expect(vote(db, ada, target)).rejects.toThrow("no longer here");
  });

  test("on what is hidden, and on a hub that is not public", async ({ db, targets }) => {
    const [paper, sentence, other] = parts(targets);
    const ada = await addPerson(db);
    await db.execute(sql`update citation_context set hidden_reason = 'cut' where id = ${sentence.contextId}`);
    await expect(vote(db, ada, sentence)).rejects.toThrow("hidden");
    await vote(db, ada, other);
    await db.execute(sql`update citation set hidden_reason = 'no' where work_id = ${paper.workId}`);
    await expect(vote(db, ada, paper)).rejects.toThrow("hidden");
    await db.execute(sql`update hub set status = 'hidden' where slug = 'noise'`);
    await expect(vote(db, ada, targets.at(-1) as Target)).rejects.toThrow("not public");
  });

  test("with a claim that the hub does not make", async ({ db, targets }) => {
    const claims = [{ number: 3, verdict: "neutral" as const }];
    await expect(vote(db, await addPerson(db), parts(targets)[0], { claims })).rejects.toThrow("claims");
  });

  test("with a further role that is the main one, or a basis for no judgement", async ({ db, targets }) => {
    const [, sentence] = parts(targets);
    const ada = await addPerson(db);
    await expect(vote(db, ada, sentence, { furtherRoles: ["method"] })).rejects.toThrow("main role");
    await expect(vote(db, ada, sentence, { polarity: "neutral", basis: "restates" })).rejects.toThrow(
      "evidence",
    );
  });
});
