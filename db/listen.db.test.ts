import { setTimeout as delay } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { createDb } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { announceChange } from "./commands/announce-change";
import { listenForChanges } from "./listen";

async function until(condition: () => boolean) {
  for (let i = 0; i < 200 && !condition(); i += 1) await delay(25);
  expect(condition()).toBe(true);
}

test("a change is heard once it is committed, never when it is rolled back, and a lost connection hears all", async ({
  freshPool,
}) => {
  const db = createDb(freshPool);
  const heard: (readonly string[] | "all")[] = [];
  const stop = new AbortController();
  const listening = listenForChanges(
    freshPool.options.connectionString ?? "",
    (paths) => heard.push(paths),
    stop.signal,
  );
  await until(() => heard.length === 1);
  expect(heard).toEqual(["all"]);

  await db
    .transaction(async (tx) => {
      await announceChange(tx, ["/hubs/lost"]);
      throw new Error("rolled back");
    })
    .catch(() => undefined);
  await db.transaction(async (tx) => announceChange(tx, ["/hubs/kept"]));
  await until(() => heard.length === 2);
  expect(heard[1]).toEqual(["/hubs/kept"]);

  await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'spokes listener' and datname = current_database()`);
  await until(() => heard.length === 3);
  expect(heard[2]).toBe("all");
  stop.abort();
  await listening;
});
