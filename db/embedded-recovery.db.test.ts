import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished } from "vitest";
import { answers, ask, killHard, serverPid, test } from "./testing/embedded-world";

const portOf = (url: string): number => Number(new URL(url).port);

describe("the built-in database", () => {
  test("keeps what it was told from one start to the next, at the same address", async ({ world }) => {
    const first = await world.open();
    await ask(first.url, "create table kept (id int)");
    await first.release();
    const second = await world.open();
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, "select count(*)::int as rows from kept")).toEqual({ rows: 0 });
  });

  test("speaks UTF-8, sorts by code point and brings the extensions for searching", async ({ world }) => {
    const { url } = await world.open();
    expect(
      await ask(
        url,
        `select pg_encoding_to_char(encoding) as encoding, datcollate, datctype, datlocale,
          lower('ÅNGSTRÖM') as lower, 'Z' < 'a' as by_code_point, current_setting('timezone') as timezone,
          (select count(*)::int from pg_available_extensions where name in ('pg_trgm', 'unaccent', 'citext')) as found
        from pg_database where datname = current_database()`,
      ),
    ).toEqual({
      encoding: "UTF8",
      datcollate: "C.UTF-8",
      datctype: "C.UTF-8",
      datlocale: "C.UTF-8",
      lower: "ångström",
      by_code_point: true,
      timezone: "UTC",
      found: 3,
    });
  });

  test("answers on the loopback address alone, and to its password alone", async ({ world }) => {
    const { url } = await world.open();
    const outward = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    const others = outward.map(({ address }) => address).filter((address) => address !== "127.0.0.1");
    expect(await answers("127.0.0.1", portOf(url))).toBe(true);
    for (const address of ["::1", "127.0.0.2", ...others]) {
      expect([address, await answers(address, portOf(url))]).toEqual([address, false]);
    }
    const wrong = new URL(url);
    wrong.password = "wrong";
    await expect(ask(wrong.href, "select 1")).rejects.toThrow("password authentication failed");
  });

  test("keeps its password in a file for its owner alone", async ({ world }) => {
    const { url } = await world.open();
    const home = path.join(world.dataDir, "postgres");
    expect((await stat(path.join(home, "connection.json"))).mode & 0o777).toBe(0o600);
    expect((await stat(home)).mode & 0o777).toBe(0o700);
    const { password } = JSON.parse(await readFile(path.join(home, "connection.json"), "utf8"));
    expect(new URL(url).password).toBe(password);
    expect(password).toMatch(/^[0-9a-f]{48}$/);
  });

  test("moves to another port, and remembers it, when its own is taken", async ({ world }) => {
    const first = await world.open();
    await ask(first.url, "create table kept (id int)");
    await first.release();
    const intruder = createServer().listen(portOf(first.url), "127.0.0.1");
    await once(intruder, "listening");

    const second = await world.open();
    expect(portOf(second.url)).not.toBe(portOf(first.url));
    expect(await ask(second.url, "select count(*)::int as rows from kept")).toEqual({ rows: 0 });
    await second.release();
    intruder.close();
    await once(intruder, "close");
    expect((await world.open()).url).toBe(second.url);
  });

  test("starts although its process file names a living process that is no server", async ({ world }) => {
    const killed = await world.startProgram();
    const gone = once(killed.child, "exit");
    killed.child.kill("SIGKILL");
    await gone;
    const pid = Number(await serverPid(world.dataDir));
    await killHard(pid);
    const pidFile = path.join(world.dataDir, "postgres/cluster/postmaster.pid");
    const { uid, gid } = await stat(pidFile);
    const stranger = spawn("sleep", ["600"], { uid, gid });
    onTestFinished(() => void stranger.kill("SIGKILL"));
    await once(stranger, "spawn");
    await writeFile(pidFile, (await readFile(pidFile, "utf8")).replace(/^\d+/, String(stranger.pid)));

    const { url } = await world.open();
    expect(await ask(url, "select 1 as one")).toEqual({ one: 1 });
    expect(await readFile(path.join(world.dataDir, "postgres/server.log"), "utf8")).toContain(
      'lock file "postmaster.pid" already exists',
    );
  });

  test("says in one line why it cannot start", async ({ world }) => {
    await (await world.open()).release();
    await writeFile(path.join(world.dataDir, "postgres/cluster/postgresql.conf"), "no_such_setting = 1\n");
    await expect(world.open()).rejects.toThrow(
      /^The built-in database cannot be started: [^\n]*unrecognized configuration parameter "no_such_setting"[^\n]*server\.log\)\.$/,
    );
  });

  test("does not begin anew when the files of an old one are missing", async ({ world }) => {
    await (await world.open()).release();
    await rm(path.join(world.dataDir, "postgres/cluster"), { recursive: true });
    await expect(world.open()).rejects.toThrow(
      /^The built-in database in \S+ lacks its files: put them back/,
    );
  });
});
