import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Db } from "./client";
import { inSnapshot } from "./in-snapshot";
import { test } from "./testing/fixtures";

async function* slugs(db: Db) {
  for (let n = 0; n < 2; n += 1) {
    const { rows } = await db.execute<{ hubs: number }>(sql`select count(*)::int as hubs from work`);
    yield rows[0]?.hubs ?? -1;
  }
}

test("what was written meanwhile is not seen, and the connection comes back", async ({ freshPool }) => {
  const counts = inSnapshot(freshPool, slugs);
  const { value: first } = await counts.next();
  await freshPool.query("insert into work (title) values ('Written meanwhile')");
  const { value: second } = await counts.next();
  expect(second).toBe(first);
  expect((await counts.next()).done).toBe(true);
  expect([freshPool.totalCount, freshPool.idleCount]).toEqual([2, 2]);
});

test("a reader who leaves early leaves no transaction open", async ({ freshPool }) => {
  const counts = inSnapshot(freshPool, slugs);
  await counts.next();
  await counts.return(undefined);
  expect(freshPool.totalCount).toBe(0);
});

test("nothing can be written in it", async ({ freshPool }) => {
  async function* writing(db: Db) {
    yield await db.execute(sql`insert into work (title) values ('x')`);
  }
  await expect(inSnapshot(freshPool, writing).next()).rejects.toThrow();
});
