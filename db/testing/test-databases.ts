import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Client, escapeIdentifier } from "pg";
import { migrate } from "@/db/migrate";

/**
 * Names of the databases that tests make: `spokes_test_<key>_<what>`. A key is eight hexadecimal digits: that
 * of the migrations for a template, that of the run for copies. Whoever uses databases of a key holds the
 * lock of the key, so that those of dead runs can be told from those of living ones.
 */
const PREFIX = "spokes_test_";
const KEY_LENGTH = 8;
const KEY_LOCKS = 7_305_808;

/** A lock is addressed by a signed integer. */
const lockOf = (key: string): number => Number.parseInt(key, 16) | 0;

const templateName = (key: string): string => `${PREFIX}${key}_template`;
export const copyName = (key: string, what: string): string => `${PREFIX}${key}_${what}`;

/** The key of a migrations folder: another one as soon as a file in it changes. */
export async function keyOfMigrations(folder: string): Promise<string> {
  const hash = createHash("sha256");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of files.sort()) {
    hash
      .update(path.relative(folder, file))
      .update("\0")
      .update(await readFile(file))
      .update("\0");
  }
  return hash.digest("hex").slice(0, KEY_LENGTH);
}

/** The same server, another database. */
export function urlOf(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** Runs `work` on a connection of its own and closes it. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: "spokes tests" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Marks a key as used for as long as the connection lasts. */
export async function holdKey(client: Client, key: string): Promise<void> {
  await client.query("select pg_advisory_lock_shared($1, $2)", [KEY_LOCKS, lockOf(key)]);
}

/** Makes a database as a copy of the template unless it is there already. */
export async function copyTemplate(client: Client, template: string, name: string): Promise<void> {
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
  if (rowCount) return;
  await client.query(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)}`);
}

export async function dropDatabase(client: Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
}

/** Makes the migrated template of a key unless it is there. Only a complete one gets its name. */
export async function makeTemplate(client: Client, url: string, key: string): Promise<string> {
  const name = templateName(key);
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
  if (rowCount) return name;
  const draft = copyName(key, "unfinished");
  await dropDatabase(client, draft);
  await client.query(`create database ${escapeIdentifier(draft)}`);
  await migrate(urlOf(url, draft));
  await client.query(`alter database ${escapeIdentifier(draft)} rename to ${escapeIdentifier(name)}`);
  return name;
}

/** Drops every database of a key. */
export async function dropDatabasesOf(client: Client, key: string): Promise<void> {
  for (const name of await listDatabases(client, `${PREFIX}${key}_`)) await dropDatabase(client, name);
}

/** Drops the databases of keys that nobody uses, but for those of the key to keep. */
export async function dropUnused(client: Client, keep: string): Promise<void> {
  const names = await listDatabases(client, PREFIX);
  for (const key of new Set(names.map((name) => name.slice(PREFIX.length, PREFIX.length + KEY_LENGTH)))) {
    if (key === keep) continue;
    const lock = [KEY_LOCKS, lockOf(key)];
    const { rows } = await client.query<{ free: boolean }>(
      "select pg_try_advisory_lock($1, $2) as free",
      lock,
    );
    if (!rows[0]?.free) continue;
    await dropDatabasesOf(client, key);
    await client.query("select pg_advisory_unlock($1, $2)", lock);
  }
}

async function listDatabases(client: Client, prefix: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select datname as name from pg_database where starts_with(datname, $1)",
    [prefix],
  );
  return rows.map((row) => row.name);
}
