import type { Duplex } from "node:stream";
import { sql } from "drizzle-orm";
import type { Pool, PoolClient } from "pg";
import { describe, expect } from "vitest";
import { createDb, createPool, type Db } from "./client";
import { isOutage, mayHaveCommitted } from "./outage";
import { test } from "./testing/fixtures";

// An error event that nobody listens to would end the program; Vitest fails the run when one reaches it.

const urlOf = (pool: Pool): string => pool.options.connectionString ?? "";

const write = (db: Db, entry: string) => db.execute(sql`insert into diary values (${entry})`);

const readDiary = async (db: Db): Promise<unknown[]> =>
  (await db.execute(sql`select entry from diary order by entry`)).rows.map((row) => row.entry);

const backendOf = async (db: Db): Promise<unknown> =>
  (await db.execute(sql`select pg_backend_pid() as pid`)).rows[0]?.pid;

/** A promise and the function that fulfils it: it holds one transaction open while another one acts. */
function gate(): { open: () => void; opened: Promise<void> } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe("a pool", () => {
  test("whose backend dies inside a transaction loses that transaction alone", async ({ freshPool }) => {
    const db = createDb(freshPool);
    await db.execute(sql`create table diary (entry text primary key)`);
    const neighbourBegan = gate();
    const backendDied = gate();
    const neighbour = db.transaction(async (tx) => {
      await write(tx, "neighbour, before");
      neighbourBegan.open();
      await backendDied.opened;
      await write(tx, "neighbour, after");
    });
    await neighbourBegan.opened;

    const outcomes: PromiseSettledResult<unknown>[] = [];
    const doomed = db.transaction(async (tx) => {
      await write(tx, "doomed, before");
      await db.execute(sql`select pg_terminate_backend(${await backendOf(tx)}::int, 5000)`);
      // None of these may end up in a transaction of somebody else.
      for (const entry of ["doomed, 1", "doomed, 2", "doomed, 3"]) {
        outcomes.push(...(await Promise.allSettled([write(tx, entry)])));
      }
    });
    const [ended] = await Promise.allSettled([doomed]);
    // Before anything is asserted, for the pool does not end while a transaction is open.
    backendDied.open();
    await neighbour;
    expect(ended?.status).toBe("rejected");
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(await readDiary(db)).toEqual(["neighbour, after", "neighbour, before"]);
  });

  test("tells a transaction that was lost at its commit from one that was lost before", async ({
    freshPool,
  }) => {
    const db = createDb(freshPool);
    await db.execute(sql`create table diary (entry text primary key)`);
    const lost = async (more: (tx: Db) => Promise<unknown>) =>
      db
        .transaction(async (tx) => {
          await write(tx, "lost");
          await db.execute(sql`select pg_terminate_backend(${await backendOf(tx)}::int, 5000)`);
          await more(tx);
        })
        .then(() => null)
        .catch((error: unknown) => error);
    const atCommit = await lost(async () => undefined);
    const before = await lost((tx) => write(tx, "lost, too"));
    expect([atCommit, before].map(isOutage)).toEqual([true, true]);
    expect([atCommit, before].map(mayHaveCommitted)).toEqual([true, false]);
  });

  test("commits nothing of a transaction that was rolled back", async ({ freshPool }) => {
    const db = createDb(freshPool);
    await db.execute(sql`create table diary (entry text primary key)`);
    const refused = db.transaction(async (tx) => {
      await write(tx, "refused");
      throw new Error("no");
    });
    await expect(refused).rejects.toThrow("no");
    await db.transaction((tx) => write(tx, "accepted"));
    expect(await readDiary(db)).toEqual(["accepted"]);
  });

  for (const { state, seconds } of [
    { state: "idle", seconds: 0 },
    { state: "active", seconds: 30 },
  ]) {
    test(`serves on after all of its connections died while they were ${state}`, async ({ freshPool }) => {
      const db = createDb(freshPool);
      const many = Array.from({ length: freshPool.options.max }, (_, i) => i);
      const sleepers = Promise.allSettled(many.map(() => db.execute(sql`select pg_sleep(${seconds})`)));
      const killer = createPool(urlOf(freshPool));
      const victims = `from pg_stat_activity where datname = current_database() and state = '${state}'
        and query like '%pg_sleep%' and pid <> pg_backend_pid()`;
      await expect
        .poll(async () => (await killer.query(`select count(*) as n ${victims}`)).rows, { timeout: 60_000 })
        .toEqual([{ n: many.length }]);
      await killer.query(`select pg_terminate_backend(pid, 5000) ${victims}`);
      await killer.end();
      await sleepers;

      const answers = many.map((i) => db.transaction((tx) => tx.execute(sql`select ${i}::int as i`)));
      expect((await Promise.all(answers)).map((answer) => answer.rows[0]?.i)).toEqual(many);
    });
  }

  test("loses no place to a connection that dies just before its transaction begins", async ({
    freshPool,
  }) => {
    const pool = createPool(urlOf(freshPool), { max: 1 });
    const db = createDb(pool);
    const die = (client: PoolClient & { connection?: { stream: Duplex } }): void => {
      client.connection?.stream.destroy();
    };
    for (let round = 0; round < 3; round++) {
      pool.once("acquire", die);
      await expect(db.transaction(async () => "not reached")).rejects.toThrow();
      await expect(db.transaction(async () => "reached")).resolves.toBe("reached");
    }
    await pool.end();
  });
});
