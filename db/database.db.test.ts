import { lstat } from "node:fs/promises";
import path from "node:path";
import { describe, expect } from "vitest";
import { openDatabase } from "./database";
import { ask, serverPid, test } from "./testing/embedded-world";

describe("openDatabase", () => {
  test("opens the built-in database of the data directory when no other one is named", async ({ world }) => {
    const { url, release } = await openDatabase({ DATA_DIR: world.dataDir, DATABASE_URL: undefined });
    expect(await ask(url, "select current_setting('fsync') as fsync")).toEqual({ fsync: "on" });
    await release();
    expect(await serverPid(world.dataDir)).toBeNull();
  });

  test("takes the database that is named, and makes none of its own", async ({ world }) => {
    const named = "postgres://ada@db.example.org/spokes";
    const { url, release } = await openDatabase({ DATA_DIR: world.dataDir, DATABASE_URL: named });
    expect(url).toBe(named);
    await release();
    await expect(lstat(path.join(world.dataDir, "postgres"))).rejects.toThrow("ENOENT");
  });
});
