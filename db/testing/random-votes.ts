import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { castVote } from "@/db/commands/cast-vote";
import { hide, restore } from "@/db/commands/hide";
import { recountVotesOf } from "@/db/commands/recount-votes";
import { lockCitations, relabel } from "@/db/commands/relabel";
import { restoreClaim, retireClaim } from "@/db/commands/retire-claim";
import { revertVotesOf } from "@/db/commands/revert-votes";
import { undoVote } from "@/db/commands/undo-vote";
import { withdrawVote } from "@/db/commands/withdraw-vote";
import type { Ballot } from "@/lib/citation/consensus";
import { EVIDENCE_BASES, hasEvidenceBasis, POLARITIES, type Polarity } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";
import type { Target } from "@/lib/citation/target-key";
import { UserError } from "@/lib/errors";

/** People who vote at random on targets, and an admin. */
export interface RandomWorld {
  db: Db;
  targets: readonly Target[];
  people: readonly number[];
  admin: number;
  /** From 0 up to 1. */
  random: () => number;
}

function pick<Item>({ random }: Pick<RandomWorld, "random">, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

/** Half of all ballots are alike, so that people agree now and then. */
function randomBallot(world: Pick<RandomWorld, "random">): Ballot {
  const often = world.random() < 0.5;
  const role = often ? "method" : pick(world, ROLES);
  const polarity: Polarity = often ? "supporting" : pick(world, POLARITIES);
  return {
    role,
    furtherRoles: ROLES.filter((other) => other !== role && world.random() < 0.1),
    polarity,
    basis: hasEvidenceBasis(polarity) && world.random() < 0.7 ? pick(world, EVIDENCE_BASES) : null,
    claims: [1, 2]
      .filter(() => world.random() < 0.3)
      .map((number) => ({ number, verdict: pick(world, POLARITIES) })),
  };
}

let submissions = 0;

/** One person's act on one target, with the revision that is there, or (at times) another. */
export async function randomVote(world: RandomWorld): Promise<void> {
  const { db, random } = world;
  const target = pick(world, world.targets);
  const userId = pick(world, world.people);
  const there = await standing(db, target, userId);
  const revision = random() < 0.05 ? there.revision + 1 : there.revision;
  submissions += 1;
  const request = { userId, target, revision, submission: `random-${submissions}` };
  const act = random();
  if (act < 0.1 && there.current) await withdrawVote(db, request);
  else if (act < 0.2 && revision > 0) await undoVote(db, request);
  else
    await castVote(db, {
      ...request,
      ballot: randomBallot(world),
      note: random() < 0.1 ? "Why not." : "",
      ownPaper: random() < 0.1,
      guidelines: "1",
    });
}

async function standing(db: Db, { hubId, workId, contextId }: Target, userId: number) {
  const { rows } = await db.execute<{ revision: number; current: boolean }>(sql`
    select v.revision, v.withdrawn_at is null as current
    from vote v join target t on t.hub_id = v.hub_id and t.id = v.target_id
    where t.hub_id = ${hubId} and t.work_id = ${workId} and t.context_id is not distinct from ${contextId}::bigint
      and v.user_id = ${userId}`);
  return rows[0] ?? { revision: 0, current: false };
}

/**
 * One act of an admin: a decision, its lifting, an approval or its opposite, hiding and showing, a revert, the end of a
 * claim or its return.
 */
export async function randomAdminAct(world: RandomWorld): Promise<void> {
  const { db } = world;
  const acts = [rule, liftRuling, approve, turnHidden, revert, turnClaim];
  await db.transaction((tx) => pick(world, acts)({ ...world, db: tx }));
}

async function rule(world: RandomWorld): Promise<void> {
  const { db, random, admin } = world;
  const { hubId, workId } = pick(world, world.targets);
  await lockCitations(db, [{ hubId, workId }]);
  const { role, polarity, basis, furtherRoles } = randomBallot(world);
  const axis = Math.floor(random() * 3);
  await db.execute(sql`
    insert into ruling (hub_id, target_id, user_id, role, further_roles, polarity, basis, reason)
    select hub_id, id, ${admin}, ${axis === 0 ? null : role}, ${sql.param(furtherRoles)}::text[],
      ${axis === 1 ? null : polarity}, ${basis}, 'for good reason'
    from target where hub_id = ${hubId} and work_id = ${workId} order by id limit 1`);
  await relabel(db, [{ hubId, workId }]);
}

async function liftRuling(world: RandomWorld): Promise<void> {
  const { hubId, workId } = pick(world, world.targets);
  await lockCitations(world.db, [{ hubId, workId }]);
  await world.db.execute(sql`
    update ruling set lifted_at = now() where hub_id = ${hubId}
      and target_id in (select id from target where hub_id = ${hubId} and work_id = ${workId})`);
  await relabel(world.db, [{ hubId, workId }]);
}

async function approve(world: RandomWorld): Promise<void> {
  const userId = pick(world, world.people);
  const approved = world.random() < 0.7;
  await world.db.execute(sql`
    update "user" set approved_at = ${approved ? sql`now()` : null} where id = ${userId}`);
  await recountVotesOf(world.db, userId);
}

/** By the admin's own commands: they refuse what is hidden already, and to show what a merge has hidden. */
async function turnHidden({ db, random, targets, admin }: RandomWorld): Promise<void> {
  const target = pick({ random }, targets);
  const whole = random() < 0.2;
  const act = { ...target, ...(whole && { contextId: null }), byUserId: admin, address: "" };
  const turned = random() < 0.4 ? hide(db, { ...act, reason: "no citation" }) : restore(db, act);
  await turned.catch((error) => {
    if (!(error instanceof UserError)) throw error;
  });
}

async function revert(world: RandomWorld): Promise<void> {
  const since = new Date(Date.now() - world.random() * 1000);
  await revertVotesOf(world.db, {
    userId: pick(world, world.people),
    since,
    byUserId: world.admin,
    address: "",
  });
}

async function turnClaim(world: RandomWorld): Promise<void> {
  const { db, admin } = world;
  const { hubId } = pick(world, world.targets);
  const number = pick(world, [1, 2]);
  const { rows } = await db.execute<{ retired: boolean }>(sql`
    select retired_at is not null as retired from claim where hub_id = ${hubId} and number = ${number}`);
  const turn = rows[0]?.retired ? restoreClaim : retireClaim;
  await turn(db, { hubId, number, byUserId: admin, address: "" });
}
