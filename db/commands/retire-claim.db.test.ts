import { expect } from "vitest";
import type { Db } from "@/db/client";
import { listClaims } from "@/db/queries/hub";
import { getVotedFigures } from "@/db/queries/voted";
import { lastAct } from "@/db/testing/acts";
import { test } from "@/db/testing/administered";
import { addPerson } from "@/db/testing/people";
import { differences } from "@/db/testing/recount";
import { listSentences } from "@/db/testing/sentences";
import { vote } from "@/db/testing/votable";
import { votesOf } from "@/db/testing/votes";
import { restoreClaim, retireClaim } from "./retire-claim";

const BOTH = [
  { number: 1, verdict: "supporting" as const },
  { number: 2, verdict: "contrasting" as const },
];

const countedOn = async (db: Db, hubId: number) =>
  (await getVotedFigures(db, hubId)).claims.map(({ number }) => number);

async function voteOnBoth(db: Db, slug: string): Promise<number> {
  const voter = await addPerson(db);
  for (const sentence of await listSentences(db, slug, 2)) await vote(db, voter, sentence, { claims: BOTH });
  return voter;
}

test("votes on a retired claim stay and no longer count, and count again once it is back", async ({
  db,
  world: { act, hubId, noiseId },
}) => {
  const voter = await voteOnBoth(db, "keepers");
  await voteOnBoth(db, "noise");
  await retireClaim(db, { ...act, number: 2 });
  expect((await listClaims(db, hubId)).map(({ number }) => number)).toEqual([1]);
  expect(await countedOn(db, hubId)).toEqual([1]);
  expect(await countedOn(db, noiseId)).toEqual([1, 2]);
  expect((await votesOf(db, voter)).map(({ claims }) => claims)).toEqual([BOTH, BOTH]);
  expect(await differences(db)).toEqual([]);
  expect(await lastAct(db)).toMatchObject({ action: "claim.retire", subject: `claim:${hubId}-2` });

  await restoreClaim(db, { ...act, number: 2 });
  expect(await countedOn(db, hubId)).toEqual([1, 2]);
  expect(await differences(db)).toEqual([]);
  expect(await lastAct(db)).toMatchObject({ action: "claim.restore", subject: `claim:${hubId}-2` });
});

test("nobody can vote on a retired claim, and it is retired once", async ({ db, world: { act } }) => {
  await retireClaim(db, { ...act, number: 2 });
  const [sentence] = await listSentences(db, "keepers", 1);
  if (!sentence) throw new Error("no sentence");
  await expect(vote(db, await addPerson(db), sentence, { claims: BOTH })).rejects.toThrow(
    "does not make one of the claims you named",
  );
  await expect(retireClaim(db, { ...act, number: 2 })).rejects.toThrow("C2 is retired already.");
  await expect(restoreClaim(db, { ...act, number: 1 })).rejects.toThrow("C1 is on the list already.");
  await expect(retireClaim(db, { ...act, number: 7 })).rejects.toThrow("no claim C7");
});
