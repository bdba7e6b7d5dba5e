import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { createDb, createPool } from "./client";
import { watchForHangs } from "./hang-watch";
import { isOutage } from "./outage";
import { openDatabaseGate } from "./testing/database-gate";
import { test } from "./testing/fixtures";

const QUICK = { askAfterMs: 100, answerWithinMs: 3000 };
const whyNot = (attempt: Promise<unknown>) => attempt.then(() => null).catch((error: unknown) => error);

test("a server that falls silent is an outage for all who wait for it, and afterwards the same pool works", async ({
  freshPool,
}) => {
  const gate = await openDatabaseGate(freshPool.options.connectionString ?? "");
  const pool = createPool(gate.url, { max: 3, answerWithinMs: 1000 });
  watchForHangs(pool, { ...QUICK, answerWithinMs: 300 });
  const db = createDb(pool);
  await db.execute(sql`create table diary (entry text)`);
  const begun = db.transaction(async (tx) => {
    await tx.execute(sql`insert into diary values ('lost')`);
    gate.silence();
    await tx.execute(sql`insert into diary values ('lost too')`);
  });
  const reasons = await Promise.all([
    whyNot(begun),
    whyNot(db.execute(sql`insert into diary values ('never begun')`)),
  ]);
  expect(reasons.map(isOutage)).toEqual([true, true]);
  await gate.open();
  await expect.poll(() => whyNot(db.execute(sql`select 1`))).toBeNull();
  await expect
    .poll(async () => (await db.execute(sql`select entry from diary where entry like 'lost%'`)).rows)
    .toEqual([]);
  await pool.end();
  await gate.shut();
});

test("a query that takes long is left alone while the server answers others", async ({ freshPool }) => {
  watchForHangs(freshPool, QUICK);
  const slow = createDb(freshPool).execute(sql`select 'done' as answer, pg_sleep(1)`);
  expect((await slow).rows[0]?.answer).toBe("done");
});
