import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { createDb, createPool } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { whyNotReady } from "./readiness";

test("a process is ready when its database answers and has every migration", async ({ db }) => {
  expect(await whyNotReady(db, 60_000)).toBeNull();
  await db.execute(sql`delete from drizzle.__drizzle_migrations
    where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`);
  expect(await whyNotReady(db, 60_000)).toBe("the database lacks migrations");
  await db.execute(sql`drop schema drizzle cascade`);
  expect(await whyNotReady(db, 60_000)).toBe("the database lacks migrations");
});

test("it is not while the database is away or hangs, and says so in time", async ({ freshPool }) => {
  const away = createPool("postgres://nobody@127.0.0.1:1/none");
  expect(await whyNotReady(createDb(away), 60_000)).toBe("the database does not answer");
  await away.end();
  const one = createPool(String(freshPool.options.connectionString), { max: 1 });
  const client = await one.connect();
  expect(await whyNotReady(createDb(one), 50)).toBe("the database does not answer in time");
  client.release();
  await one.end();
});
