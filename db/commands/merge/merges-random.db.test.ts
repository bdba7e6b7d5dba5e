import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect } from "vitest";
import type { Connection, Db } from "@/db/client";
import { allRows } from "@/db/testing/all-rows";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { randomAdminAct, randomVote } from "@/db/testing/random-votes";
import { differences } from "@/db/testing/recount";
import { takeRecords } from "@/db/testing/take-records";
import { addTwins, TWINS, targetsOf } from "@/db/testing/twins";
import { undone } from "@/db/testing/undone";
import { seededRandom } from "@/lib/citation/seeded-random";
import { UserError } from "@/lib/errors";
import { mergeWorks } from "./merge-works";
import { takeApart } from "./take-apart";

const PAPERS = [
  "preprint",
  "printed",
  "draft",
  "other",
  "third",
  "book",
  "paper",
  "keepers",
  "tides",
] as const;
const paper = fc.constantFrom(...PAPERS);
const pair = fc.record({ from: paper, into: paper });

/** Merges and takings apart, some of which are refused. */
const steps = fc.array(fc.oneof({ weight: 3, arbitrary: pair }, fc.nat(5)), { minLength: 1, maxLength: 7 });

interface World {
  db: Db;
  ids: Record<(typeof PAPERS)[number], number>;
  admin: { byUserId: number; address: string };
}

const standing = async (db: Db) =>
  (
    await db.execute<{ id: number }>(
      sql`select id from work_merge where taken_apart_at is null order by id desc`,
    )
  ).rows.map(({ id }) => id);

/** Does one step; what is refused changes nothing, because it is one transaction. */
async function take({ db, ids, admin }: World, step: number | { from: string; into: string }): Promise<void> {
  try {
    if (typeof step === "number") {
      const merges = await standing(db);
      const mergeId = merges[step % Math.max(merges.length, 1)];
      if (mergeId !== undefined) await takeApart(db, { mergeId, ...admin });
    } else {
      const { from, into } = step as { from: (typeof PAPERS)[number]; into: (typeof PAPERS)[number] };
      await mergeWorks(db, { from: ids[from], into: ids[into], ...admin });
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

async function takeAllApart({ db, admin }: World): Promise<void> {
  for (const mergeId of await standing(db)) await takeApart(db, { mergeId, ...admin });
}

async function worldOf({ db }: Connection, ids: World["ids"]): Promise<World> {
  return { db, ids, admin: { byUserId: await addPerson(db, { role: "admin" }), address: "" } };
}

async function allTargets({ db, ids }: World) {
  const targets = [];
  for (const key of PAPERS) targets.push(...(await targetsOf(db, ids[key])));
  return targets;
}

describe("random merges", () => {
  test("leave every row as it was once all are taken apart, and all sums equal a recount meanwhile", async ({
    connection,
  }) => {
    const ids = await addTwins(connection);
    const before = await allRows(connection.db);
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        await undone(connection, async (inside) => {
          const world = await worldOf(inside, ids);
          for (const step of plan) {
            await take(world, step);
            expect(await differences(inside.db)).toEqual([]);
            expect(await miscounted(inside.db)).toEqual([]);
          }
          await takeAllApart(world);
          expect(await allRows(inside.db)).toEqual(before);
        });
      }),
      { numRuns: 25 },
    );
  });

  test("lose no vote, sentence or report between votes, acts of admins and imports", async ({
    connection,
  }) => {
    const ids = await addTwins(connection);
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 1e6 }), async (plan, seed) => {
        await undone(connection, async (inside) => {
          const { db } = inside;
          const world = await worldOf(inside, ids);
          const random = seededRandom(seed);
          const people = [await addPerson(db), await addPerson(db), await addPerson(db)];
          for (const step of plan) {
            const targets = await allTargets(world);
            const voting = { db, targets, people, admin: world.admin.byUserId, random };
            if (targets.length > 0)
              for (let n = 0; n < 6; n += 1) await ignoringRefusals(() => randomVote(voting));
            if (targets.length > 0) await ignoringRefusals(() => randomAdminAct(voting));
            if (random() < 0.3) await takeRecords(inside, TWINS);
            const votes = await countAll(db);
            await take(world, step);
            expect(await countAll(db)).toEqual(votes);
            expect(await differences(db)).toEqual([]);
          }
          await takeAllApart(world);
          expect(await differences(db)).toEqual([]);
          await takeRecords(inside, TWINS);
          expect(await differences(db)).toEqual([]);
        });
      }),
      { numRuns: 15 },
    );
  });
});

async function ignoringRefusals(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

/** Citations whose number of references or sentences is not that of the rows. */
async function miscounted(db: Db) {
  const { rows } = await db.execute(sql`
    select hub_id, work_id from citation c
    where reference_count <> (select count(*) from reference r where r.citing_work_id = c.work_id)
      or context_count <> (select count(*) from citation_context x
        where x.hub_id = c.hub_id and x.work_id = c.work_id and x.hidden_reason is null)`);
  return rows;
}

/** What people made, and what sources said; neither a merge nor its end makes or loses any. */
async function countAll(db: Db) {
  const { rows } = await db.execute(sql`
    select (select count(*)::int from vote) as votes, (select count(*)::int from vote_revision) as revisions,
      (select sum(revision)::int from vote) as heads, (select count(*)::int from ruling) as rulings,
      (select count(*)::int from citation_context) as contexts, (select count(*)::int from suggestion) as suggestions`);
  return rows;
}
