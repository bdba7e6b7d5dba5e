import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { createDb, withConnection } from "@/db/client";
import { setHidden } from "@/db/commands/set-hidden";
import { endTurn, renewTurn, skipTurn, takeTurn } from "@/db/commands/turns";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { makeQueueHub, queueTargets, writeVote } from "@/db/testing/queue-hub";
import { BATCH_SIZE, VOTES_WANTED } from "@/lib/citation/queue-order";
import { formatTargetKey, type Target } from "@/lib/citation/target-key";
import { getNextTarget, listHubsToLabel, listQueueProgress } from "./queue";

/** Labels what a person is given until nothing is left or `most` is reached; gives the keys in their order. */
async function labelOn(db: Db, hubId: number, userId: number, most = Number.POSITIVE_INFINITY) {
  const byKey = new Map((await queueTargets(db, hubId)).map((target) => [formatTargetKey(target), target]));
  const given: string[] = [];
  while (given.length < most) {
    const key = await takeTurn(db, { userId, hubId });
    if (key === null) break;
    const target = byKey.get(key);
    if (!target) throw new Error(`${key} is no target of the hub`);
    given.push(key);
    await writeVote(db, userId, target);
    await endTurn(db, userId, target);
  }
  return given;
}

const expireLeases = (db: Db) =>
  db.execute(
    sql`update turn set leased_until = clock_timestamp() - interval '1 second' where leased_until is not null`,
  );

async function targetOf(db: Db, hubId: number, key: string | null): Promise<Target> {
  const target = (await queueTargets(db, hubId)).find((one) => formatTargetKey(one) === key);
  if (!target) throw new Error(`${key} is no target of the hub`);
  return target;
}

describe("the order", () => {
  test("one person alone is given every sentence, and every paper without one, exactly once", async ({
    connection,
  }) => {
    const { db } = connection;
    const hub = await makeQueueHub(connection, [0, 1, 2, 3, 0, 1]);
    const given = await labelOn(db, hub, await addPerson(db));
    const all = (await queueTargets(db, hub)).map(formatTargetKey);
    expect(all).toHaveLength(9);
    expect([...given].sort()).toEqual([...all].sort());
  });

  test("it is the same for everybody, and not that of the numbers", async ({ connection }) => {
    const { db } = connection;
    const hub = await makeQueueHub(connection, Array(30).fill(1));
    const first = await labelOn(db, hub, await addPerson(db));
    const second = await labelOn(db, hub, await addPerson(db));
    expect(second).toEqual(first);
    const numbers = first.map((key) => Number(key.split("-")[1]));
    expect(numbers).not.toEqual([...numbers].sort((a, b) => a - b));
  });

  test("a batch gets its first votes, then its second and third, and only then the next batch begins", async ({
    connection,
  }) => {
    const { db } = connection;
    const hub = await makeQueueHub(connection, Array(BATCH_SIZE + 5).fill(1));
    const [ada, bo, cy] = [await addPerson(db), await addPerson(db), await addPerson(db)];
    const batch = await labelOn(db, hub, ada, BATCH_SIZE);
    // Ten targets get their second vote from the second person; the third person begins with the other forty.
    const second = await labelOn(db, hub, bo, 10);
    expect(second).toEqual(batch.slice(0, 10));
    const third = await labelOn(db, hub, cy, BATCH_SIZE);
    expect(third).toEqual([...batch.slice(10), ...batch.slice(0, 10)]);
    const later = await labelOn(db, hub, bo);
    expect(later.slice(0, BATCH_SIZE - 10)).toEqual(batch.slice(10));
    expect(later).toHaveLength(BATCH_SIZE - 10 + 5);
  });

  test("a target with as many votes as wanted rests, and comes back when one is withdrawn", async ({
    connection,
  }) => {
    const { db } = connection;
    const hub = await makeQueueHub(connection, [1, 0]);
    const people = await Promise.all(Array.from({ length: VOTES_WANTED }, () => addPerson(db)));
    for (const person of people) expect(await labelOn(db, hub, person)).toHaveLength(2);
    const late = await addPerson(db);
    expect(await getNextTarget(db, { userId: late, hubId: hub })).toBeNull();
    for (const target of await queueTargets(db, hub)) {
      await db.execute(sql`update target set votes = ${VOTES_WANTED - 1} where hub_id = ${hub}
        and work_id = ${target.workId} and context_id is not distinct from ${target.contextId}`);
      expect(await getNextTarget(db, { userId: late, hubId: hub })).toBe(formatTargetKey(target));
      await writeVote(db, late, target);
    }
  });

  test("whoever labels, skips or leaves, each person is given each target once and batches are kept", async ({
    connection,
  }) => {
    const { db } = connection;
    const sizes = [...Array(100).fill(1), ...Array(20).fill(0)];
    const hub = await makeQueueHub(connection, sizes);
    const alone = await addPerson(db);
    await db.execute(sql`savepoint labelled_alone`);
    const order = await labelOn(db, hub, alone);
    await db.execute(sql`rollback to labelled_alone`);
    const rank = new Map(order.map((key, i) => [key, i]));
    const batchOf = (key: string) => Math.floor((rank.get(key) ?? Number.NaN) / BATCH_SIZE);
    const byKey = new Map((await queueTargets(db, hub)).map((target) => [formatTargetKey(target), target]));

    const turns = fc.array(
      fc.record({ person: fc.nat(3), does: fc.constantFrom("label", "label", "label", "skip", "leave") }),
      { minLength: 150, maxLength: 250 },
    );
    await fc.assert(
      fc.asyncProperty(turns, async (run) => {
        await db.execute(sql`savepoint run`);
        const people = await Promise.all(Array.from({ length: 4 }, () => addPerson(db)));
        const voted = new Map<string, Set<number>>();
        const last = new Map<number, string>();
        const skipped = new Set<string>();
        for (const { person, does } of run) {
          const userId = people[person] ?? 0;
          const key = await takeTurn(db, { userId, hubId: hub });
          if (key === null) continue;
          const target = byKey.get(key);
          if (!target) throw new Error(`${key} is no target of the hub`);
          const voters = voted.get(key) ?? new Set();
          expect(voters.has(userId), "never what one has labelled").toBe(false);
          expect(voters.size).toBeLessThan(VOTES_WANTED);
          expect(key, "never the same twice in a row").not.toBe(last.get(userId));
          last.set(userId, key);
          if (!skipped.has(`${userId} ${key}`))
            for (const [other, i] of rank)
              if (
                i < batchOf(key) * BATCH_SIZE &&
                !skipped.has(`${userId} ${other}`) &&
                !isHeld(other, userId)
              )
                expect(
                  voted.get(other)?.has(userId) || (voted.get(other)?.size ?? 0) >= VOTES_WANTED,
                  `${other} stands in an earlier batch than ${key} and is open`,
                ).toBe(true);
          held.set(userId, key);
          if (does === "label") {
            await writeVote(db, userId, target);
            await endTurn(db, userId, target);
            voted.set(key, voters.add(userId));
            held.delete(userId);
            skipped.delete(`${userId} ${key}`);
          } else if (does === "skip") {
            await skipTurn(db, userId, target);
            held.delete(userId);
            skipped.add(`${userId} ${key}`);
          } else skipped.delete(`${userId} ${key}`);
        }
        held.clear();
        await db.execute(sql`rollback to run`);
      }),
      { numRuns: 6 },
    );
  });
  /** What each person has in front of them. */
  const held = new Map<number, string>();
  const isHeld = (key: string, userId: number) =>
    [...held].some(([who, what]) => what === key && who !== userId) || held.get(userId) === key;
});

describe("leases", () => {
  test("two people who ask one after the other are given different targets", async ({ connection }) => {
    const { db } = connection;
    const hubId = await makeQueueHub(connection, [1, 1, 0]);
    const [ada, bo, cy, di] = [
      await addPerson(db),
      await addPerson(db),
      await addPerson(db),
      await addPerson(db),
    ];
    const given = [];
    for (const userId of [ada, bo, cy]) given.push(await takeTurn(db, { userId, hubId }));
    expect(new Set(given).size).toBe(3);
    expect(await takeTurn(db, { userId: di, hubId })).toBeNull();
  });

  test("people who ask at the same moment are given different targets", async ({ freshPool }) => {
    const hubId = await withConnection(freshPool, (connection) =>
      makeQueueHub(connection, Array(20).fill(1)),
    );
    const db = createDb(freshPool);
    const people = await Promise.all(Array.from({ length: 10 }, () => addPerson(db)));
    const given = await Promise.all(people.map((userId) => takeTurn(db, { userId, hubId })));
    expect(new Set(given).size).toBe(10);
  });

  test("a lease ends after its time, with a vote, a skip, and when its holder is given another target", async ({
    connection,
  }) => {
    const { db } = connection;
    const hubId = await makeQueueHub(connection, [1]);
    const [ada, bo] = [await addPerson(db), await addPerson(db)];
    const key = await takeTurn(db, { userId: ada, hubId });
    const target = await targetOf(db, hubId, key);
    const next = () => getNextTarget(db, { userId: bo, hubId });
    expect(await next()).toBeNull();
    await expireLeases(db);
    expect(await next()).toBe(key);
    await renewTurn(db, ada, target);
    expect(await next()).toBeNull();
    await skipTurn(db, ada, target);
    expect(await next()).toBe(key);
    await renewTurn(db, ada, target);
    await writeVote(db, ada, target);
    await endTurn(db, ada, target);
    expect(await next()).toBe(key);
  });

  test("to be given another target lets go of the one before", async ({ connection }) => {
    const { db } = connection;
    const hubId = await makeQueueHub(connection, [1, 1]);
    const [ada, bo] = [await addPerson(db), await addPerson(db)];
    const first = await takeTurn(db, { userId: ada, hubId });
    const second = await takeTurn(db, { userId: ada, hubId });
    expect(second).not.toBe(first);
    expect(await takeTurn(db, { userId: bo, hubId })).toBe(first);
  });

  test("to look at what somebody else has in front of them does not take it from them", async ({
    connection,
  }) => {
    const { db } = connection;
    const hubId = await makeQueueHub(connection, [1]);
    const [ada, bo, cy] = [await addPerson(db), await addPerson(db), await addPerson(db)];
    const target = await targetOf(db, hubId, await takeTurn(db, { userId: ada, hubId }));
    await renewTurn(db, bo, target);
    await endTurn(db, ada, target);
    expect(await takeTurn(db, { userId: cy, hubId })).toBe(formatTargetKey(target));
  });
});

describe("what is left out", () => {
  test("skipped targets come back when nothing else is left, the longest ago first", async ({
    connection,
  }) => {
    const { db } = connection;
    const hubId = await makeQueueHub(connection, [1, 1, 0]);
    const userId = await addPerson(db);
    const given: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const key = await takeTurn(db, { userId, hubId });
      given.push(key ?? "");
      await skipTurn(db, userId, await targetOf(db, hubId, key));
    }
    expect(new Set(given).size).toBe(3);
    expect(await takeTurn(db, { userId, hubId })).toBe(given[0]);
  });

  test("the one target that is left is not given twice in a row", async ({ connection }) => {
    const { db } = connection;
    const hubId = await makeQueueHub(connection, [1]);
    const userId = await addPerson(db);
    const key = await takeTurn(db, { userId, hubId });
    await skipTurn(db, userId, await targetOf(db, hubId, key));
    expect(await takeTurn(db, { userId, hubId })).toBeNull();
  });

  test("hidden sentences and citations are given to nobody and counted nowhere", async ({ connection }) => {
    const { db } = connection;
    const hubId = await makeQueueHub(connection, [2, 1, 0, 0]);
    const [sentence] = (await queueTargets(db, hubId)).filter(({ contextId }) => contextId !== null);
    const paper = (await queueTargets(db, hubId)).find(({ contextId }) => contextId === null);
    if (!sentence || !paper) throw new Error("the hub has neither");
    await setHidden(db, sentence, "x");
    await setHidden(db, paper, "x");
    expect((await listQueueProgress(db, [hubId])).get(hubId)).toEqual({ sentences: 2, papers: 1, enough: 0 });
    await setHidden(db, { ...sentence, contextId: null }, "x");
    expect((await listQueueProgress(db, [hubId])).get(hubId)).toEqual({ sentences: 1, papers: 1, enough: 0 });
    expect(await labelOn(db, hubId, await addPerson(db))).toHaveLength(2);
  });

  test("a vote that was withdrawn leaves its target open to the person", async ({ connection }) => {
    const { db } = connection;
    const hubId = await makeQueueHub(connection, [1, 1]);
    const userId = await addPerson(db);
    const [first] = await labelOn(db, hubId, userId);
    await db.execute(sql`update vote set withdrawn_at = now() where user_id = ${userId}`);
    expect(await takeTurn(db, { userId, hubId })).toBe(first);
  });

  test("progress counts the targets that have as many votes as wanted", async ({ connection }) => {
    const { db } = connection;
    const hubId = await makeQueueHub(connection, [1, 0, 2]);
    for (let i = 1; i < VOTES_WANTED; i += 1) await labelOn(db, hubId, await addPerson(db));
    await labelOn(db, hubId, await addPerson(db), 3);
    expect((await listQueueProgress(db, [hubId])).get(hubId)).toEqual({ sentences: 3, papers: 1, enough: 3 });
  });

  test("hubs are turned to in the order in which the person has left them; hidden ones never", async ({
    connection,
  }) => {
    const { db } = connection;
    const hubId = await makeQueueHub(connection, [1, 1]);
    const userId = await addPerson(db);
    await takeTurn(db, { userId: await addPerson(db), hubId });
    const hubs = () => listHubsToLabel(db, userId);
    const slugs = async () => (await hubs()).map(({ slug }) => slug);
    const noise = (await hubs()).find(({ slug }) => slug === "noise");
    await takeTurn(db, { userId, hubId });
    expect(await slugs()).toEqual(["noise", "queue"]);
    await takeTurn(db, { userId, hubId: noise?.id ?? 0 });
    expect(await slugs()).toEqual(["queue", "noise"]);
    await db.execute(sql`update hub set status = 'hidden' where id = ${hubId}`);
    expect(await slugs()).not.toContain("queue");
  });
});
