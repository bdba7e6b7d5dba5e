import { lstat } from "node:fs/promises";
import path from "node:path";
import { describe, expect } from "vitest";
import { UserError } from "@/lib/errors";
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
    const server = await openDatabase({ DATA_DIR: world.dataDir, DATABASE_URL: undefined });
    const elsewhere = path.join(world.dataDir, "elsewhere");
    const { url, release } = await openDatabase({ DATA_DIR: elsewhere, DATABASE_URL: server.url });
    expect(url).toBe(server.url);
    await release();
    await expect(lstat(elsewhere)).rejects.toThrow("ENOENT");
    expect(await serverPid(world.dataDir)).not.toBeNull();
    await server.release();
  });

  test("says in one line that the database that is named cannot be reached, and not its password", async ({
    world,
  }) => {
    const named = "postgres://ada:secret@127.0.0.1:1/spokes";
    const opening = openDatabase({ DATA_DIR: world.dataDir, DATABASE_URL: named });
    await expect(opening).rejects.toThrow(UserError);
    await expect(opening).rejects.toThrow(
      /^The database at DATABASE_URL cannot be reached: (?!.*secret)[^\n]+\.$/,
    );
  });
});
