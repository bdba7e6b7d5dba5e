import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { createDb } from "@/db/client";
import { test } from "./fixtures";

const table = sql.raw("fixture_probe");

describe("the database of a test", () => {
  for (const order of ["first", "second"]) {
    test(`the ${order} of two tests finds nothing of the other`, async ({ db }) => {
      await db.execute(sql`create table ${table} (id int)`);
      await db.transaction((inner) => inner.execute(sql`insert into ${table} values (1)`));
      const { rows } = await db.execute(sql`select count(*) as n from ${table}`);
      expect(rows).toEqual([{ n: 1 }]);
    });

    test(`the ${order} of two fresh pools has a database of its own, in which it may commit`, async ({
      freshPool,
    }) => {
      const db = createDb(freshPool);
      await db.execute(sql`create table ${table} (id int)`);
      await db.transaction((inner) => inner.execute(sql`insert into ${table} values (1)`));
      const { rows } = await freshPool.query("select count(*) as n from fixture_probe");
      expect(rows).toEqual([{ n: 1 }]);
    });
  }

  test("the driver and drizzle share the transaction of a connection", async ({ connection, db }) => {
    await connection.client.query("create table fixture_probe (id int)");
    const { rows } = await db.execute(sql`select count(*) as n from ${table}`);
    expect(rows).toEqual([{ n: 0 }]);
  });

  test("it carries the migrations of this version", async ({ db }) => {
    const { rows } = await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations') as migrations`);
    expect(rows).toEqual([{ migrations: "drizzle.__drizzle_migrations" }]);
  });
});
