import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { createDb } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { announceChange } from "./commands/announce-change";
import { listenForChanges } from "./listen";

const PATIENCE = { timeout: 60_000 };

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
  await expect.poll(() => heard, PATIENCE).toContain("all");

  await db
    .transaction(async (tx) => {
      await announceChange(tx, ["/hubs/lost"]);
      throw new Error("rolled back");
    })
    .catch(() => undefined);
  const announced = async () => {
    // Again and again, because a listener that is just connecting anew hears "all" instead.
    await db.transaction((tx) => announceChange(tx, ["/hubs/kept"]));
    return heard;
  };
  await expect.poll(announced, PATIENCE).toContainEqual(["/hubs/kept"]);
  expect(heard).not.toContainEqual(["/hubs/lost"]);

  const before = heard.length;
  await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'spokes listener' and datname = current_database()`);
  await expect.poll(() => heard.slice(before), PATIENCE).toContain("all");
  stop.abort();
  await listening;
});
