import { createReadStream } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { MIGRATION_LOCK, MIGRATIONS, migrate } from "@/db/migrate";
import { UserError } from "@/lib/errors";
import { checkBackup } from "./check-backup";
import type { BackupProgress } from "./dump-database";
import { dropForeignKeys } from "./foreign-keys";
import type { BackupTable, Manifest } from "./manifest";
import { columnList, listTables, quoted, settleTexts, tableFacts } from "./tables";

/**
 * Brings a backup into an empty database: first all of it in one transaction, with the schema that it was made with,
 * compared row by row with what was saved; then the migrations that came since. When it fails, nothing was written.
 *
 * @param url a connection string of PostgreSQL that does not go through a transaction pooler.
 * @throws UserError when the backup is damaged, incomplete or of a newer version, or the database is not empty.
 */
export async function restoreDatabase(
  url: string,
  folder: string,
  onProgress: BackupProgress = () => undefined,
  migrations: string = MIGRATIONS,
): Promise<Manifest> {
  const manifest = await checkBackup(folder);
  const past = migrationsUpTo(manifest, migrations);
  const client = new Client({ connectionString: url, application_name: "spokes restore" });
  // A connection that dies rejects what it was doing, which is thrown.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
    await refuseNonEmpty(client);
    await makeSchema(client, past);
    await fill(client, folder, manifest, onProgress);
    await forgetUnfinished(client, manifest);
    await client.query("commit");
    await client.query("analyze");
  } finally {
    // What was not committed is undone with the connection.
    await client.end();
  }
  await migrate(url, migrations);
  return manifest;
}

function migrationsUpTo({ migration }: Manifest, folder: string): MigrationMeta[] {
  const all = readMigrationFiles({ migrationsFolder: folder });
  if (!all.some(({ folderMillis }) => folderMillis === migration))
    throw new UserError(
      "The backup was made by a newer version of Spokes: update this one first. Nothing was written.",
    );
  return all.filter(({ folderMillis }) => folderMillis <= migration);
}

async function refuseNonEmpty(client: Client): Promise<void> {
  if ((await listTables(client)).length > 0)
    throw new UserError(
      "The database is not empty, so nothing was written. Restore into a new one: set DATABASE_URL to an empty database, or DATA_DIR to a new folder.",
    );
}

/** As drizzle makes it; which migrations were applied stands in the backup. */
async function makeSchema(client: Client, past: readonly MigrationMeta[]): Promise<void> {
  await client.query(`create schema if not exists drizzle;
    create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`);
  for (const { sql } of past) for (const statement of sql) await client.query(statement);
}

async function fill(
  client: Client,
  folder: string,
  manifest: Manifest,
  onProgress: BackupProgress,
): Promise<void> {
  await settleTexts(client);
  const here = await listTables(client);
  if (
    JSON.stringify(here) !== JSON.stringify(manifest.tables.map(({ name, columns }) => ({ name, columns })))
  )
    throw new UserError("The tables of the backup are not those of its version. Nothing was written.");
  const names = here.map(({ name }) => quoted(name));
  const restoreForeignKeys = await dropForeignKeys(client);
  for (const name of names) await client.query(`alter table ${name} disable trigger user`);
  await client.query(`truncate ${names.join(", ")}`);
  let bytes = 0;
  for (const table of manifest.tables) {
    onProgress({ table: table.name, bytes });
    await fillTable(client, folder, table);
    bytes += table.bytes;
  }
  for (const { name, last } of manifest.sequences)
    if (last !== null) await client.query("select setval($1, $2)", [quoted(name), last]);
  for (const name of names) await client.query(`alter table ${name} enable trigger user`);
  await restoreForeignKeys();
}

/** A backup that a worker made holds the note that it was being made, which would be taken for one that failed. */
async function forgetUnfinished(client: Client, { tables }: Manifest): Promise<void> {
  if (tables.some(({ name }) => name === "public.backup_run"))
    await client.query("delete from backup_run where ended_at is null");
}

async function fillTable(client: Client, folder: string, table: BackupTable): Promise<void> {
  const copy = client.query(copyFrom(`copy ${quoted(table.name)} (${columnList(table)}) from stdin`));
  await pipeline(createReadStream(path.join(folder, table.file)), createGunzip(), copy);
  const { rows, checksum } = await tableFacts(client, table);
  if (rows !== table.rows || checksum !== table.checksum)
    throw new Error(
      `${table.name} does not come back as it was saved (${rows} of ${table.rows} rows); nothing was written`,
    );
}
