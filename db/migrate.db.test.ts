import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Pool } from "pg";
import { afterEach, beforeEach, describe, expect } from "vitest";
import { migrate } from "./migrate";
import { test } from "./testing/fixtures";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "spokes-test-"));
  await mkdir(path.join(folder, "meta"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

// Later than any migration of ours: drizzle applies what is newer than the last one that it applied.
const LATER = Date.UTC(2100, 0, 1);

async function writeMigrations(...statements: string[]): Promise<void> {
  const entries = statements.map((_, idx) => ({
    idx,
    version: "7",
    when: LATER + idx,
    tag: `000${idx}_test`,
    breakpoints: true,
  }));
  await writeFile(
    path.join(folder, "meta/_journal.json"),
    JSON.stringify({ version: "7", dialect: "postgresql", entries }),
  );
  for (const { idx, tag } of entries) await writeFile(path.join(folder, `${tag}.sql`), statements[idx] ?? "");
}

const urlOf = (pool: Pool): string => pool.options.connectionString ?? "";
const tableNames = async (pool: Pool): Promise<unknown[]> =>
  (
    await pool.query("select relname from pg_class where relname like 'migration_probe%' order by 1")
  ).rows.map((row) => row.relname);

describe("migrate", () => {
  test("by several programs at once applies every migration once", async ({ freshPool }) => {
    await writeMigrations(
      "create table migration_probe_a (id int)",
      "create table migration_probe_b (id int)",
    );
    const url = urlOf(freshPool);
    await Promise.all([
      migrate(url, folder),
      migrate(url, folder),
      migrate(url, folder),
      migrate(url, folder),
    ]);
    await migrate(url, folder);
    expect(await tableNames(freshPool)).toEqual(["migration_probe_a", "migration_probe_b"]);
    const { rows } = await freshPool.query(
      `select count(*) as applied from drizzle.__drizzle_migrations where created_at >= ${LATER}`,
    );
    expect(rows).toEqual([{ applied: 2 }]);
  });

  test("that fails leaves the database as it was, and can be repeated", async ({ freshPool }) => {
    const url = urlOf(freshPool);
    await writeMigrations(
      "create table migration_probe_a (id int)",
      "create table migration_probe_a (id int)",
    );
    await expect(migrate(url, folder)).rejects.toMatchObject({ cause: { code: "42P07" } });
    expect(await tableNames(freshPool)).toEqual([]);
    await writeMigrations(
      "create table migration_probe_a (id int)",
      "create table migration_probe_b (id int)",
    );
    await migrate(url, folder);
    expect(await tableNames(freshPool)).toEqual(["migration_probe_a", "migration_probe_b"]);
  });

  test("switches off the compiling of queries for every later connection", async ({ freshPool }) => {
    const name = `jit_probe_${process.pid}`;
    const url = new URL(urlOf(freshPool));
    url.pathname = `/${name}`;
    await freshPool.query(`create database ${name} template template0`);
    try {
      await migrate(url.href);
      const { rows } = await freshPool.query(
        "select setconfig from pg_db_role_setting join pg_database on oid = setdatabase where datname = $1",
        [name],
      );
      expect(rows).toEqual([{ setconfig: ["jit=off"] }]);
    } finally {
      await freshPool.query(`drop database ${name}`);
    }
  });
});
