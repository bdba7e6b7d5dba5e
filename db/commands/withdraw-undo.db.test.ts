import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { test as base } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { addVotableHubs, newSubmission, vote } from "@/db/testing/votable";
import type { Target } from "@/lib/citation/target-key";
import { undoVote } from "./undo-vote";
import { VoteConflict } from "./vote-conflict";
import { withdrawVote } from "./withdraw-vote";

const test = base.extend<{ sentence: Target; ada: number }>({
  sentence: async ({ connection }, use) => {
    const targets = await addVotableHubs(connection, { keepers: 2, noise: 2 });
    const noisy = await addPerson(connection.db);
    const [sentence, noise] = [targets[2] as Target, targets[5] as Target];
    await vote(connection.db, noisy, noise);
    await use(sentence);
  },
  ada: async ({ db }, use) => use(await addPerson(db)),
});

async function acts(db: Db, userId: number) {
  const { rows } = await db.execute<{ said: string }>(sql`
    select concat_ws(' ', r.revision, r.act, r.polarity) as said from vote_revision r
    join vote v on v.hub_id = r.hub_id and v.id = r.vote_id where v.user_id = ${userId} order by r.revision`);
  return rows.map((row) => row.said);
}

async function label(db: Db, { hubId, workId }: Target) {
  const { rows } = await db.execute<{ said: string }>(sql`
    select concat_ws(' ', label_state, polarity, votes) as said from citation
    where hub_id = ${hubId} and work_id = ${workId}`);
  return rows[0]?.said;
}

describe("withdrawing a vote", () => {
  test("takes it out of the label and keeps what it said", async ({ db, sentence, ada }) => {
    await vote(db, ada, sentence);
    const request = { userId: ada, target: sentence, revision: 1, submission: newSubmission() };
    expect(await withdrawVote(db, request)).toEqual({ revision: 2 });
    expect(await label(db, sentence)).toBe("unlabelled 0");
    expect(await acts(db, ada)).toEqual(["1 cast supporting", "2 withdraw supporting"]);
    expect(await withdrawVote(db, request)).toEqual({ revision: 2 });
  });

  test("that is not there, or has changed, is refused", async ({ db, sentence, ada }) => {
    const request = { userId: ada, target: sentence, submission: newSubmission() };
    await expect(withdrawVote(db, { ...request, revision: 0 })).rejects.toThrow("no vote here to withdraw");
    await vote(db, ada, sentence);
    await expect(withdrawVote(db, { ...request, revision: 0 })).rejects.toBeInstanceOf(VoteConflict);
  });

  test("leaves room to cast it again", async ({ db, sentence, ada }) => {
    await vote(db, ada, sentence);
    await withdrawVote(db, { userId: ada, target: sentence, revision: 1, submission: newSubmission() });
    await vote(db, ada, sentence, { polarity: "mixed" }, { revision: 2 });
    expect(await label(db, sentence)).toBe("labelled mixed 1");
    expect((await acts(db, ada)).at(-1)).toBe("3 cast mixed");
  });
});

describe("undoing a vote", () => {
  const undo = (db: Db, userId: number, target: Target, revision: number) =>
    undoVote(db, { userId, target, revision, submission: newSubmission() });

  test("withdraws the first one, and undone once more says again what it said", async ({
    db,
    sentence,
    ada,
  }) => {
    await vote(db, ada, sentence);
    expect(await undo(db, ada, sentence, 1)).toEqual({ revision: 2 });
    expect(await label(db, sentence)).toBe("unlabelled 0");
    await undo(db, ada, sentence, 2);
    expect(await label(db, sentence)).toBe("labelled supporting 1");
    expect(await acts(db, ada)).toEqual([
      "1 cast supporting",
      "2 withdraw supporting",
      "3 revert supporting",
    ]);
  });

  test("brings back what was said before a change, claims and note too", async ({ db, sentence, ada }) => {
    const claims = [{ number: 1, verdict: "mixed" as const }];
    await vote(db, ada, sentence, { claims }, { note: "Only in winter." });
    await vote(db, ada, sentence, { polarity: "contrasting" }, { revision: 1 });
    await undo(db, ada, sentence, 2);
    expect(await label(db, sentence)).toBe("labelled supporting 1");
    const { rows } = await db.execute(sql`select v.note, v.revision, c.claim_number, c.verdict
      from vote v join vote_claim c on c.hub_id = v.hub_id and c.vote_id = v.id where v.user_id = ${ada}`);
    expect(rows).toEqual([{ note: "Only in winter.", revision: 3, claim_number: 1, verdict: "mixed" }]);
  });

  test("of somebody who never voted here is refused", async ({ db, sentence, ada }) => {
    await vote(db, await addPerson(db), sentence);
    await expect(undo(db, ada, sentence, 0)).rejects.toThrow("no vote here to undo");
  });
});
