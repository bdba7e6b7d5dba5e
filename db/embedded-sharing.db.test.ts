import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect } from "vitest";
import { createPool } from "./client";
import { answers, ask, endProgram, isAlive, killHard, serverPid, test } from "./testing/embedded-world";

const PATIENCE = { timeout: 180_000 };

describe("programs that use the built-in database at once", () => {
  test("share one server, even when it is the first start for all of them", async ({ world }) => {
    const programs = await Promise.all([world.startProgram(), world.startProgram(), world.startProgram()]);
    expect(new Set(programs.map((program) => program.url)).size).toBe(1);
    for (const { url } of programs) {
      expect(await ask(url, "select current_database() as name")).toEqual({ name: "spokes" });
    }
  });

  test("the first may leave and the second goes on; the last stops the server and ends", async ({
    world,
  }) => {
    const first = await world.startProgram();
    const second = await world.startProgram();
    const pid = await serverPid(world.dataDir);

    expect(await endProgram(first)).toBe(0);
    expect(await serverPid(world.dataDir)).toBe(pid);
    expect(await ask(second.url, "select 1 as one")).toEqual({ one: 1 });

    expect(await endProgram(second)).toBe(0);
    expect(await serverPid(world.dataDir)).toBeNull();
    await expect.poll(() => isAlive(Number(pid)), PATIENCE).toBe(false);
  });

  test("stop the server when all of them leave at the same moment", async ({ world }) => {
    for (let round = 0; round < 3; round++) {
      const users = await Promise.all([world.open(), world.open(), world.open(), world.open()]);
      await Promise.all(users.map((user) => user.release()));
      expect(await serverPid(world.dataDir)).toBeNull();
    }
  });

  test("always have a server while others come and go", async ({ world }) => {
    const comeAndGo = async (pauseMs: number): Promise<void> => {
      for (let round = 0; round < 6; round++) {
        const user = await world.open();
        expect(await ask(user.url, "select 1 as one")).toEqual({ one: 1 });
        await sleep(pauseMs);
        await user.release();
        await sleep(pauseMs);
      }
    };
    await Promise.all([comeAndGo(0), comeAndGo(3), comeAndGo(40)]);
    expect(world.notes).toEqual([]);
    expect(await serverPid(world.dataDir)).toBeNull();
  });

  test("the server of a program that was killed is adopted, and stopped by who adopted it", async ({
    world,
  }) => {
    const killed = await world.startProgram();
    const pid = await serverPid(world.dataDir);
    const gone = once(killed.child, "exit");
    killed.child.kill("SIGKILL");
    await gone;
    expect(await isAlive(Number(pid))).toBe(true);

    const heir = await world.open();
    expect(heir.url).toBe(killed.url);
    expect(await serverPid(world.dataDir)).toBe(pid);
    // The server itself has to notice first that the killed one has gone.
    const left = `select count(*)::int as n from pg_stat_activity
      where application_name = 'spokes keeper ${killed.child.pid}'`;
    await expect.poll(() => ask(heir.url, left), PATIENCE).toEqual({ n: 0 });
    await heir.release();
    expect(await serverPid(world.dataDir)).toBeNull();
  });

  test("a server that is killed is started again at the same address, with all that was committed", async ({
    world,
  }) => {
    const { url } = await world.open();
    await world.open();
    await ask(url, "create table kept (id int)");
    await ask(url, "insert into kept values (42)");
    const pid = await serverPid(world.dataDir);
    await killHard(Number(pid));

    await expect.poll(() => ask(url, "select id from kept").catch(String), PATIENCE).toEqual({ id: 42 });
    expect(await serverPid(world.dataDir)).not.toBe(pid);
    await expect.poll(() => world.notes.length, PATIENCE).toBe(4);
    expect(world.notes.toSorted()).toEqual([
      "The built-in database has stopped and is started again.",
      "The built-in database has stopped and is started again.",
      "The built-in database runs again.",
      "The built-in database runs again.",
    ]);
  });

  test("a server that is killed while many write has every row that was acknowledged", async ({ world }) => {
    const { url } = await world.open();
    const pool = createPool(url, { max: 8 });
    await pool.query("create table kept (id int)");
    const acknowledged: number[] = [];
    let [going, given] = [true, 0];
    const write = async () => {
      while (going) {
        given += 1;
        const id = given;
        const wrote = () => acknowledged.push(id);
        await pool.query("insert into kept values ($1)", [id]).then(wrote, () => sleep(10));
      }
    };
    const writers = Array.from({ length: 8 }, write);
    for (let kill = 0; kill < 3; kill += 1) {
      const wanted = acknowledged.length + 100;
      await expect.poll(() => acknowledged.length, PATIENCE).toBeGreaterThan(wanted);
      await killHard(Number(await serverPid(world.dataDir)));
      // A backend outlives the killed server until its statement is done, so an answer proves nothing; a new connection does.
      await expect.poll(() => ask(url, "select 1 as one").catch(String), PATIENCE).toEqual({ one: 1 });
      const by = acknowledged.length;
      await expect.poll(() => acknowledged.length, PATIENCE).toBeGreaterThan(by);
    }
    going = false;
    await Promise.all(writers);
    const { rows } = await pool.query<{ id: number }>("select id from kept");
    const there = new Set(rows.map(({ id }) => id));
    await pool.end();
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
  });

  test("leave no server behind when they release it while it is being started again", async ({ world }) => {
    for (const pauseMs of [0, 10, 50, 100, 200]) {
      const { url, release } = await world.open();
      await killHard(Number(await serverPid(world.dataDir)));
      await sleep(pauseMs);
      await release();
      expect(await answers("127.0.0.1", Number(new URL(url).port))).toBe(false);
    }
  });

  test("releasing twice is the same as releasing once", async ({ world }) => {
    const database = await world.open();
    await Promise.all([database.release(), database.release()]);
    await expect(database.release()).resolves.toBeUndefined();
  });
});
