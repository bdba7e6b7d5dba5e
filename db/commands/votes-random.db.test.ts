import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import { describe, expect } from "vitest";
import { createDb, createPool, type Db, withConnection } from "@/db/client";
import { test as base } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { type RandomWorld, randomAdminAct, randomVote } from "@/db/testing/random-votes";
import { differences } from "@/db/testing/recount";
import { takeRecords } from "@/db/testing/take-records";
import { addVotableHubs, newSubmission, votableHub, vote } from "@/db/testing/votable";
import { seededRandom } from "@/lib/citation/seeded-random";
import type { Target } from "@/lib/citation/target-key";
import { UserError } from "@/lib/errors";
import type { ImportRecord } from "@/lib/import/record";
import { recountVotesOf } from "./recount-votes";
import { VoteConflict } from "./vote-conflict";

/** As many connections as there are ever writers, so that all write at the same time and none waits for a connection. */
const test = base.extend<{ widePool: Pool }>({
  widePool: async ({ freshPool }, use) => {
    const pool = createPool(freshPool.options.connectionString ?? "", { max: 110 });
    await use(pool);
    await pool.end();
  },
});

const HUBS = { keepers: 5, tides: 4, fog: 3 };

async function makeWorld(pool: Pool, people: number, seed: number): Promise<RandomWorld> {
  const targets = await withConnection(pool, (connection) => addVotableHubs(connection, HUBS));
  const db = createDb(pool);
  const admin = await addPerson(db, { role: "admin" });
  const voters: number[] = [];
  for (let i = 0; i < people; i += 1) voters.push(await addPerson(db, { approved: i % 4 > 0 }));
  return { db, targets, people: voters, admin, random: seededRandom(seed) };
}

/** Takes the hubs in again, with every citer some years older or younger and one more sentence. */
async function importAgain(pool: Pool, shift: number): Promise<void> {
  const records = Object.entries(HUBS).flatMap(([slug, citers]) =>
    votableHub(slug, citers).flatMap((record): ImportRecord[] => {
      if (record.kind === "work")
        return [{ ...record, fields: { ...record.fields, published: `${1990 + shift}` } }];
      if (record.kind !== "citation") return [record];
      const text = `Sentence of import ${shift} speaks of [1].`;
      return [record, { kind: "context", hub: record.hub, citing: record.citing, text, source: "spokes" }];
    }),
  );
  await withConnection(pool, (connection) => takeRecords(connection, records, { chunkSize: 3 }));
}

/** Heads of votes that are not what their latest revision says. */
async function wrongHeads(db: Db): Promise<unknown[]> {
  const { rows } = await db.execute(sql`
    select v.id, v.revision, r.revision as last, r.act
    from vote v left join lateral (
      select r.*, count(*) over () as revisions from vote_revision r
      where r.hub_id = v.hub_id and r.vote_id = v.id order by r.revision desc limit 1
    ) as r on true
    where (v.revision, v.revision, v.role, v.further_roles, v.polarity, v.basis, v.note, v.own_paper, v.guidelines,
        v.withdrawn_at is not null,
        (select coalesce(jsonb_agg(jsonb_build_object('number', claim_number, 'verdict', verdict) order by claim_number), '[]')
          from vote_claim c where c.hub_id = v.hub_id and c.vote_id = v.id))
      is distinct from (r.revision, r.revisions::integer, r.role, r.further_roles, r.polarity, r.basis, r.note, r.own_paper,
        r.guidelines, r.act = 'withdraw', r.claims)`);
  return rows;
}

async function countRevisions(db: Db): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(sql`select count(*)::int as n from vote_revision`);
  return rows[0]?.n ?? 0;
}

/** Whether the act was accepted; what a person is told is a refusal, and everything else fails the test. */
async function accepted(act: Promise<unknown>): Promise<boolean> {
  try {
    await act;
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

describe("labels and summaries equal a recount", () => {
  test("after thousands of random acts on several hubs, imports among them", async ({ freshPool }) => {
    const world = await makeWorld(freshPool, 12, 1);
    let votes = 0;
    for (let act = 1; act <= 2_000; act += 1) {
      if (world.random() < 0.06) await randomAdminAct(world);
      else if (await accepted(randomVote(world))) votes += 1;
      if (act % 500 === 0) {
        await importAgain(freshPool, act / 500);
        expect(await differences(world.db)).toEqual([]);
      }
    }
    expect(votes).toBeGreaterThan(1_000);
    expect(await wrongHeads(world.db)).toEqual([]);
  });

  test("after 50 people voted at once on a few targets while an admin and imports were at work", async ({
    widePool,
  }) => {
    const world = await makeWorld(widePool, 50, 2);
    const few = { ...world, targets: world.targets.slice(0, 8).concat(world.targets.slice(-4)) };
    let busy = true;
    const admin = async () => {
      while (busy) await randomAdminAct(few);
    };
    const imports = async () => {
      for (let shift = 1; busy; shift += 1) await importAgain(widePool, shift);
    };
    const voters = world.people.map(async (person, i) => {
      const own = { ...few, people: [person], random: seededRandom(i) };
      for (let n = 0; n < 20; n += 1) await accepted(randomVote(own));
    });
    const others = [admin(), imports()];
    await Promise.all(voters);
    busy = false;
    await Promise.all(others);
    expect(await differences(world.db)).toEqual([]);
    expect(await wrongHeads(world.db)).toEqual([]);
  });
});

test("a vote cast while its account is being approved counts", async ({ widePool }) => {
  const { db, targets } = await makeWorld(widePool, 0, 5);
  const late = await addPerson(db, { approved: false });
  const target = targets[2] as Target;
  const cast = await db.transaction(async (tx) => {
    await tx.execute(sql`update "user" set approved_at = now() where id = ${late}`);
    await recountVotesOf(tx, late);
    const casting = vote(db, late, target);
    // Long enough for it to have been cast, did it not wait.
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { casting };
  });
  await cast.casting;
  const { rows } = await db.execute(sql`select votes from target where context_id = ${target.contextId}`);
  expect(rows).toEqual([{ votes: 1 }]);
  expect(await differences(db)).toEqual([]);
});

describe("50 writers at once", () => {
  test("on one target: every accepted vote is a revision, and the label counts them all", async ({
    widePool,
  }) => {
    const world = await makeWorld(widePool, 50, 3);
    const target = world.targets[2] as Target;
    await world.db.execute(sql`update "user" set approved_at = now()`);
    await Promise.all(
      world.people.flatMap((person) => {
        const submission = newSubmission();
        // The second is the same click again.
        return [0, 0].map(() => vote(world.db, person, target, {}, { submission }));
      }),
    );
    expect(await countRevisions(world.db)).toBe(50);
    const { rows } = await world.db.execute(sql`select votes, polarity_state from target where votes > 0`);
    expect(rows).toEqual([{ votes: 50, polarity_state: "agreed" }]);
    expect(await differences(world.db)).toEqual([]);
  });

  test("with one person's vote open: one is accepted, the others learn of the conflict", async ({
    widePool,
  }) => {
    const world = await makeWorld(widePool, 1, 4);
    const target = world.targets[2] as Target;
    const person = world.people[0] as number;
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, () => vote(world.db, person, target)),
    );
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(refused).toHaveLength(49);
    for (const reason of refused) expect(reason).toBeInstanceOf(VoteConflict);
    expect(await countRevisions(world.db)).toBe(1);
  });

  test("that move verdicts from claim to claim, each on a citation of their own, do not block one another for good", async ({
    widePool,
  }) => {
    const targets = await withConnection(widePool, (connection) =>
      addVotableHubs(connection, { keepers: 12 }),
    );
    const db = createDb(widePool);
    const wholes = targets.filter(({ contextId }) => contextId === null);
    await Promise.all(
      wholes.map(async (target, i) => {
        const person = await addPerson(db);
        for (let revision = 0; revision < 40; revision += 1) {
          const claims = [{ number: 1 + ((i + revision) % 2), verdict: "supporting" as const }];
          await vote(db, person, target, { claims }, { revision });
        }
      }),
    );
    expect(await differences(db)).toEqual([]);
  });
});
