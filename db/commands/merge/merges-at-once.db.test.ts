import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { createDb, createPool, type Db, withConnection } from "@/db/client";
import { test as base } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { randomAdminAct, randomVote } from "@/db/testing/random-votes";
import { differences } from "@/db/testing/recount";
import { takeRecords } from "@/db/testing/take-records";
import { addTwins, TWINS, targetsOf } from "@/db/testing/twins";
import { seededRandom } from "@/lib/citation/seeded-random";
import { UserError } from "@/lib/errors";
import { approvePerson, withdrawApproval } from "../approve-person";
import { mergeWorks } from "./merge-works";
import { takeApart } from "./take-apart";

const VOTERS = 6;
const CYCLES = 6;

/** A pool with a connection for everybody at once. */
const test = base.extend<{ widePool: ReturnType<typeof createPool> }>({
  widePool: async ({ freshPool }, use) => {
    const url = freshPool.options.connectionString ?? "";
    const pool = createPool(url, { max: VOTERS + 6, applicationName: "spokes tests" });
    await use(pool);
    await pool.end();
  },
});

/** What a person is told is a refusal, and everything else fails the test: above all a deadlock. */
async function accepted(act: Promise<unknown>): Promise<boolean> {
  try {
    await act;
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

test("papers are merged and taken apart while people vote on them, admins act and imports run; all sums stay right", async ({
  widePool,
}) => {
  const db = createDb(widePool);
  const ids = await withConnection(widePool, addTwins);
  const admin = { byUserId: await addPerson(db, { role: "admin" }), address: "" };
  const people = await Promise.all(Array.from({ length: VOTERS }, () => addPerson(db)));
  const works = [ids.preprint, ids.printed, ids.other, ids.third];
  let busy = true;
  const targets = async () => (await Promise.all(works.map((id) => targetsOf(db, id)))).flat();
  const voters = people.map(async (person, i) => {
    const random = seededRandom(i + 1);
    while (busy) {
      const world = { db, targets: await targets(), people: [person], admin: admin.byUserId, random };
      await accepted(randomVote(world));
      if (i === 0) await accepted(randomAdminAct({ ...world, people }));
      if (i === 1) await switchApproval(db, people[2] as number, admin);
    }
  });
  const imports = async () => {
    while (busy) {
      await withConnection(widePool, (connection) => takeRecords(connection, TWINS));
      // A merge is refused while an import is under way.
      await aMoment(200);
    }
  };
  const importing = imports();
  try {
    await mergeAndTakeApart(db, { preprint: ids.preprint, printed: ids.printed, admin });
  } finally {
    busy = false;
    await Promise.all([...voters, importing]);
  }
  expect(await differences(db)).toEqual([]);
  const { rows } = await db.execute(sql`
    select count(*)::int as merges, count(taken_apart_at)::int as apart from work_merge`);
  expect(rows).toEqual([{ merges: CYCLES, apart: CYCLES }]);
});

async function mergeAndTakeApart(
  db: Db,
  {
    preprint,
    printed,
    admin,
  }: { preprint: number; printed: number; admin: { byUserId: number; address: string } },
): Promise<void> {
  for (let merges = 0; merges < CYCLES; ) {
    const [from, into] = merges % 2 === 0 ? [preprint, printed] : [printed, preprint];
    let mergeId: number | null = null;
    const merging = mergeWorks(db, { from, into, ...admin }).then((moved) => {
      mergeId = moved.mergeId;
    });
    await accepted(merging);
    if (mergeId === null) await aMoment();
    else {
      while (!(await accepted(takeApart(db, { mergeId, ...admin })))) await aMoment();
      merges += 1;
    }
  }
}

async function switchApproval(db: Db, userId: number, admin: { byUserId: number; address: string }) {
  if (!(await accepted(withdrawApproval(db, { userId, ...admin }))))
    await accepted(approvePerson(db, { userId, ...admin }));
}

const aMoment = (milliseconds = 5) => new Promise((resolve) => setTimeout(resolve, milliseconds));
