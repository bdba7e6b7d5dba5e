import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { createDb, createPool } from "./client";
import { watchForHangs } from "./hang-watch";
import { isOutage } from "./outage";
import { openDatabaseGate } from "./testing/database-gate";
import { test } from "./testing/fixtures";

/** Asked soon, and given time enough for a server that is alive on a machine that is busy. */
const QUICK = { askAfterMs: 100, answerWithinMs: 5000 };
const PATIENCE = { timeout: 60_000 };
const whyNot = (attempt: Promise<unknown>) => attempt.then(() => null).catch((error: unknown) => error);

test("a server that falls silent is an outage for all who wait for it, and afterwards the same pool works", async ({
  freshPool,
}) => {
  const gate = await openDatabaseGate(freshPool.options.connectionString ?? "");
  const pool = createPool(gate.url, { max: 3, answerWithinMs: QUICK.answerWithinMs });
  watchForHangs(pool, QUICK);
  const db = createDb(pool);
  await freshPool.query("create table diary (entry text)");
  let neverBegun: Promise<unknown> | undefined;
  const begun = db.transaction(async (tx) => {
    await tx.execute(sql`insert into diary values ('lost')`);
    gate.silence();
    neverBegun = whyNot(db.execute(sql`insert into diary values ('never begun')`));
    await tx.execute(sql`insert into diary values ('lost too')`);
  });
  expect([await whyNot(begun), await neverBegun].map(isOutage)).toEqual([true, true]);
  await gate.open();
  await expect.poll(() => whyNot(db.execute(sql`select 1`)), PATIENCE).toBeNull();
  const lost = async () => (await db.execute(sql`select entry from diary where entry like 'lost%'`)).rows;
  await expect.poll(lost, PATIENCE).toEqual([]);
  await pool.end();
  await gate.shut();
});

test("a query that takes long is left alone while the server answers others", async ({ freshPool }) => {
  watchForHangs(freshPool, QUICK);
  const slow = createDb(freshPool).execute(sql`select 'done' as answer, pg_sleep(1)`);
  expect((await slow).rows[0]?.answer).toBe("done");
});
