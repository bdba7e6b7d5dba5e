import { pipeline } from "node:stream/promises";
import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { describe, expect } from "vitest";
import { createDb, createPool, withConnection } from "./client";
import { test } from "./testing/fixtures";

const urlOf = (pool: Pool): string => pool.options.connectionString ?? "";

describe("a bigint", () => {
  const query =
    "select 9007199254740991 as largest, -3::bigint as negative, null::bigint as none, array[1::bigint, null] as list";
  const row = { largest: 9007199254740991, negative: -3, none: null, list: [1, null] };

  test("is a number, whether the driver or drizzle asks", async ({ connection }) => {
    expect((await connection.client.query(query)).rows).toEqual([row]);
    expect((await connection.db.execute(sql.raw(query))).rows).toEqual([row]);
  });

  test("that a number cannot hold is refused, not rounded", async ({ connection }) => {
    await expect(connection.client.query("select 9007199254740992::bigint")).rejects.toThrow(
      "The bigint 9007199254740992 is too large for a number.",
    );
  });
});

test.for([
  { behindPooler: false, prepared: 1 },
  { behindPooler: true, prepared: 0 },
])(
  "behind a pooler ($behindPooler) no statement is prepared by name",
  async ({ behindPooler, prepared }, { freshPool }) => {
    const pool = createPool(urlOf(freshPool), { max: 1, behindPooler });
    const one = createDb(pool).select({ one: sql<number>`1` }).from(sql`(select) as nothing`).prepare("one");
    expect(await one.execute()).toEqual([{ one: 1 }]);
    expect(await one.execute()).toEqual([{ one: 1 }]);
    const { rows } = await pool.query("select count(*)::int as prepared from pg_prepared_statements");
    expect(rows).toEqual([{ prepared }]);
    await pool.end();
  },
);

describe("withConnection", () => {
  test("lets COPY and queries share one transaction", async ({ freshPool }) => {
    await freshPool.query("create table diary (entry text)");
    const refused = withConnection(freshPool, ({ db, client }) =>
      db.transaction(async (tx) => {
        await pipeline(["one\n", "two\n"], client.query(copyFrom("copy diary from stdin")));
        expect((await tx.execute(sql`select count(*) as n from diary`)).rows).toEqual([{ n: 2 }]);
        tx.rollback();
      }),
    );
    await expect(refused).rejects.toThrow("Rollback");
    expect((await freshPool.query("select count(*) as n from diary")).rows).toEqual([{ n: 0 }]);
  });

  test("gives the connection back, whether the work succeeds or fails", async ({ freshPool }) => {
    const pool = createPool(urlOf(freshPool), { max: 1 });
    const pids: unknown[] = [];
    for (let round = 0; round < 3; round++) {
      const failed = withConnection(pool, async ({ client }) => {
        pids.push((await client.query("select pg_backend_pid() as pid")).rows[0].pid);
        throw new Error("no");
      });
      await expect(failed).rejects.toThrow("no");
      expect(await withConnection(pool, async () => "done")).toBe("done");
    }
    expect(new Set(pids).size).toBe(1);
    await pool.end();
  });

  test("closes a connection that was left inside a transaction", async ({ freshPool }) => {
    const pool = createPool(urlOf(freshPool), { max: 1 });
    await freshPool.query("create table diary (entry text)");
    await withConnection(pool, async ({ client }) => {
      await client.query("begin");
      await client.query("insert into diary values ('left open')");
    });
    await pool.query("insert into diary values ('next')");
    expect((await freshPool.query("select entry from diary")).rows).toEqual([{ entry: "next" }]);
    await pool.end();
  });
});

describe("a pool", () => {
  test("gives up a statement after the time it is given", async ({ freshPool }) => {
    const pool = createPool(urlOf(freshPool), { statementTimeoutMs: 50 });
    await expect(createDb(pool).execute(sql`select pg_sleep(10)`)).rejects.toMatchObject({
      cause: { code: "57014" },
    });
    await pool.end();
  });

  test("is known to the server by its name", async ({ freshPool }) => {
    const pool = createPool(urlOf(freshPool), { applicationName: "spokes import" });
    const { rows } = await pool.query("select current_setting('application_name') as name");
    expect(rows).toEqual([{ name: "spokes import" }]);
    await pool.end();
  });
});
