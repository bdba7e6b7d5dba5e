import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { expect } from "vitest";
import { restoreDatabase } from "@/db/backup/restore-database";
import { createDb, createPool, withConnection } from "@/db/client";
import { endBackupTurn, forgetCutOffBackup, takeBackupTurn } from "@/db/commands/backup-runs";
import { getBackupState } from "@/db/queries/backups";
import { test as base } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { copyName, dropDatabase, urlOf, withClient } from "@/db/testing/test-databases";
import { hashPassword } from "@/lib/auth/passwords";
import { provePassword } from "@/lib/auth/prove-password";
import { backUpOnce } from "@/lib/jobs/keep-backups";

const PROJECT = path.resolve(import.meta.dirname, "..");

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs.
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), "spokes-backups-"));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

const command = (name: string, url: string, args: readonly string[]) =>
  promisify(execFile)(process.execPath, ["--import", "tsx", `bin/${name}.ts`, ...args], {
    cwd: PROJECT,
    env: { ...process.env, DATABASE_URL: url },
  });

test("the restore drill: dump, a new database, restore, and people sign in with their passwords", async ({
  freshPool,
  folder,
  testServer,
}) => {
  const url = String(freshPool.options.connectionString);
  const ada = await addPerson(createDb(freshPool), { handle: "ada" });
  await freshPool.query(`update "user" set password_hash = $1`, [await hashPassword("a wheel of words")]);
  const backup = path.join(folder, "drill");
  expect((await command("backup", url, [backup])).stdout).toContain(`${backup}\n`);
  await expect(command("restore", url, [backup])).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^The database is not empty[^\n]*\n$/),
  });
  await expect(command("backup", url, [backup])).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/is there already[^\n]*\n$/),
  });
  const name = copyName(testServer.run, `drill${process.pid}`);
  const there = urlOf(testServer.url, name);
  await withClient(testServer.url, (client) => client.query(`create database ${name}`));
  const restored = createPool(there);
  try {
    expect((await command("restore", there, [backup])).stdout).toContain("each compared with what was saved");
    const proof = { login: "ada", password: "a wheel of words" };
    expect(await provePassword(createDb(restored), proof, async () => undefined)).toBe(ada);
  } finally {
    await restored.end();
    await withClient(testServer.url, (client) => dropDatabase(client, name));
  }
});

test("a worker makes a backup when one is due, keeps the newest, and clears what was cut off", async ({
  freshPool,
  folder,
}) => {
  const plan = { BACKUP_DIR: folder, BACKUP_EVERY: 24, BACKUP_KEEP: 2 };
  for (const name of [
    "spokes-2001-01-01T00-00-00Z",
    "spokes-2002-01-01T00-00-00Z",
    "spokes-2003-01-01T00-00-00Z.partial",
    "mine",
  ])
    await mkdir(path.join(folder, name));
  expect(await backUpOnce(freshPool, plan)).toBe(true);
  expect(await backUpOnce(freshPool, plan)).toBe(false);
  const names = (await readdir(folder)).sort();
  expect(names).toEqual([
    "mine",
    "spokes-2002-01-01T00-00-00Z",
    expect.stringMatching(/^spokes-2\d{3}-[^.]+Z$/),
  ]);
  const state = await getBackupState(createDb(freshPool));
  expect(state).toMatchObject({ lastAt: expect.any(Date), failure: null });
  expect(state.bytes).toBeGreaterThan(1000);
  await freshPool.query("update backup_run set started_at = started_at - interval '25 hours'");
  expect(await backUpOnce(freshPool, plan)).toBe(true);
});

test("a backup that a worker made comes back without a trace of its own making, as one that is due", async ({
  freshPool,
  folder,
  testServer,
}) => {
  await backUpOnce(freshPool, { BACKUP_DIR: folder, BACKUP_EVERY: 24, BACKUP_KEEP: 2 });
  const name = copyName(testServer.run, `own${process.pid}`);
  const there = urlOf(testServer.url, name);
  await withClient(testServer.url, (client) => client.query(`create database ${name}`));
  const restored = createPool(there, { max: 1 });
  try {
    await restoreDatabase(there, path.join(folder, (await readdir(folder))[0] ?? ""));
    const db = createDb(restored);
    expect(await takeBackupTurn(db, 24)).toBe(true);
    expect(await getBackupState(db)).toMatchObject({ lastAt: null, failure: null });
  } finally {
    await restored.end();
    await withClient(testServer.url, (client) => dropDatabase(client, name));
  }
});

test("a worker that is told to stop breaks its backup off, leaves nothing of it, and the next one makes it", async ({
  freshPool,
  folder,
}) => {
  const plan = { BACKUP_DIR: folder, BACKUP_EVERY: 24, BACKUP_KEEP: 2 };
  const stop = new AbortController();
  const db = createDb(freshPool);
  await withClient(String(freshPool.options.connectionString), async (client) => {
    // The backup comes to a halt at this table.
    await client.query("begin; lock table work in access exclusive mode");
    const stopped = backUpOnce(freshPool, plan, stop.signal);
    const waiting = `select 1 from pg_stat_activity where application_name = 'spokes backup'
      and datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await freshPool.query(waiting)).rows.length, { timeout: 60_000 }).toBe(1);
    stop.abort();
    // One that does not hear it would wait for the table for ever.
    expect(await Promise.race([stopped, delay(30_000, "goes on")])).toBe(true);
    await client.query("rollback");
  });
  expect(await readdir(folder)).toEqual([]);
  expect(await getBackupState(db)).toMatchObject({ lastAt: null, failure: null });
  expect(await backUpOnce(freshPool, plan)).toBe(true);
  expect(await getBackupState(db)).toMatchObject({ lastAt: expect.any(Date), failure: null });
});

test("a backup that fails says why, keeps those there are, and is tried again a quarter of an hour later", async ({
  freshPool,
  folder,
}) => {
  const file = path.join(folder, "no-folder");
  await writeFile(file, "");
  await chmod(file, 0o400);
  const plan = { BACKUP_DIR: path.join(file, "below"), BACKUP_EVERY: 24, BACKUP_KEEP: 2 };
  expect(await backUpOnce(freshPool, plan)).toBe(true);
  const db = createDb(freshPool);
  expect(await getBackupState(db)).toMatchObject({
    lastAt: null,
    failure: expect.stringContaining("Nothing can be written"),
  });
  expect(await backUpOnce(freshPool, plan)).toBe(false);
  await freshPool.query("update backup_run set started_at = started_at - interval '16 minutes'");
  expect(await backUpOnce(freshPool, { ...plan, BACKUP_DIR: folder })).toBe(true);
  expect(await getBackupState(db)).toMatchObject({ lastAt: expect.any(Date), failure: null });
});

test("of two workers one makes the backup, and one that was killed leaves its turn to the next", async ({
  freshPool,
  folder,
}) => {
  const plan = { BACKUP_DIR: folder, BACKUP_EVERY: 24, BACKUP_KEEP: 2 };
  const other = createPool(String(freshPool.options.connectionString), { max: 1 });
  const db = createDb(other);
  expect(await takeBackupTurn(db, 24)).toBe(true);
  expect(await backUpOnce(freshPool, plan)).toBe(false);
  await freshPool.query("insert into backup_run (name) values ('cut off')");
  await endBackupTurn(db);
  await other.end();
  expect(await backUpOnce(freshPool, plan)).toBe(false);
  expect((await getBackupState(createDb(freshPool))).failure).toContain("ended before the backup did");
});

test("a backup that ended with its process is due again once it is taken back, one that is being made is left alone", async ({
  freshPool,
}) => {
  const other = createPool(String(freshPool.options.connectionString), { max: 1 });
  expect(await takeBackupTurn(createDb(other), 24)).toBe(true);
  await freshPool.query("insert into backup_run (name) values ('under way')");
  const db = createDb(freshPool);
  await expect(forgetCutOffBackup(db)).rejects.toThrow();
  expect((await freshPool.query("select name from backup_run")).rows).toEqual([{ name: "under way" }]);
  await other.end();
  await forgetCutOffBackup(db);
  await withConnection(freshPool, async (connection) => {
    expect(await takeBackupTurn(connection.db, 24)).toBe(true);
    await endBackupTurn(connection.db);
  });
  expect(await getBackupState(db)).toMatchObject({ failure: null });
});
