import { chmod, lstat, mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openEmbedded } from "./embedded";
import { isRoot } from "./embedded-account";
import { ask } from "./testing/embedded-world";

describe.runIf(isRoot())("the built-in database of root", () => {
  test("lies in the refuge, with a link to it, when its account cannot enter the data directory", async () => {
    const directory = await mkdtemp(path.join(tmpdir(), "spokes-test-"));
    await chmod(directory, 0o711);
    const closed = path.join(directory, "closed");
    await mkdir(closed, { mode: 0o700 });
    const dataDir = path.join(closed, "data");
    const refuge = path.join(directory, "refuge");
    const notes: string[] = [];
    const open = () => openEmbedded({ dataDir, refuge, durable: false, note: (line) => notes.push(line) });
    try {
      const [first, second] = await Promise.all([open(), open()]);
      expect(second.url).toBe(first.url);
      await ask(first.url, "create table kept (id int)");
      await Promise.all([first.release(), second.release()]);

      const link = path.join(dataDir, "postgres");
      expect((await lstat(link)).isSymbolicLink()).toBe(true);
      const home = await realpath(link);
      expect(home.startsWith(await realpath(refuge))).toBe(true);
      expect(notes.filter((line) => line.includes(home))).toHaveLength(1);

      const again = await open();
      expect(await ask(again.url, "select count(*)::int as rows from kept")).toEqual({ rows: 0 });
      await again.release();
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});
