import { asc, eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { agreement } from "@/db/schema/hub";
import { voteRevision } from "@/db/schema/vote";
import { test } from "@/db/testing/fixtures";
import { CONTRASTING, makeLabelledWorld, NEUTRAL, SUPPORTING } from "@/db/testing/labelled-world";
import { addPerson } from "@/db/testing/people";
import { castVote } from "./cast-vote";
import { listHubsWithNewVotes, refreshAgreement } from "./refresh-agreement";

test("agreement is of counted votes, dated, and computed again only after further votes", async ({
  connection,
  db,
}) => {
  const { hubId, first, second, third, bare } = await makeLabelledWorld(connection);
  const people = [await addPerson(db), await addPerson(db), await addPerson(db, { approved: false })];
  const given = { note: "", ownPaper: false, guidelines: "test", revision: 0 };
  let n = 0;
  for (const [person, target, ballot] of [
    [0, first, SUPPORTING],
    [1, first, SUPPORTING],
    [2, first, CONTRASTING],
    [0, second, NEUTRAL],
    [1, second, CONTRASTING],
    [0, third, NEUTRAL],
    [1, third, NEUTRAL],
    [0, bare, { ...NEUTRAL, polarity: "unclear" }],
  ] as const) {
    n += 1;
    await castVote(db, {
      ...given,
      userId: people[person] ?? 0,
      target,
      ballot,
      submission: `agreement-${n}`,
    });
  }
  expect(await listHubsWithNewVotes(db)).toEqual([hubId]);
  await refreshAgreement(db, hubId);
  const rows = await db
    .select({
      axis: agreement.axis,
      alpha: agreement.alpha,
      raw: agreement.raw,
      targets: agreement.targets,
      ratings: agreement.ratings,
      people: agreement.people,
      unclear: agreement.unclear,
      votes: agreement.votes,
    })
    .from(agreement)
    .where(eq(agreement.hubId, hubId))
    .orderBy(asc(agreement.axis));
  const [polarity] = rows;
  expect(polarity).toMatchObject({ targets: 3, ratings: 6, people: 2, unclear: 1, votes: 7 });
  expect(polarity?.raw).toBeCloseTo(2 / 3, 6);
  // Six values (2 supporting, 3 neutral, 1 contrasting) in three pairs, one of which disagrees: 1 - 5 * 2 / 22.
  expect(polarity?.alpha).toBeCloseTo(1 - (5 * 2) / 22, 6);
  expect(rows).toHaveLength(3);
  expect(await listHubsWithNewVotes(db)).toEqual([]);

  await castVote(db, {
    ...given,
    userId: people[1] ?? 0,
    target: bare,
    ballot: NEUTRAL,
    submission: "later",
  });
  expect(await listHubsWithNewVotes(db), "votes that came just now are waited for").toEqual([]);
  await db.execute(sql`update agreement set computed_at = now() - interval '2 minutes'`);
  expect(await listHubsWithNewVotes(db)).toEqual([hubId]);
  const [last] = await db.select({ last: sql<number>`max(${voteRevision.id})` }).from(voteRevision);
  await refreshAgreement(db, hubId);
  const [after] = await db
    .select({ last: agreement.lastRevision })
    .from(agreement)
    .where(eq(agreement.hubId, hubId));
  expect(after?.last).toBe(last?.last);
});
