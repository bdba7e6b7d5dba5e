import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { Client } from "pg";

/** The migrations of this version. */
export const MIGRATIONS = path.join(import.meta.dirname, "migrations");
/** The advisory lock under which a schema changes. */
export const MIGRATION_LOCK = 7_305_807;

/**
 * Brings a database to the newest schema, all of it or nothing. Programs that start at the same moment wait
 * for one another. It uses a connection of its own, which must not go through a transaction pooler.
 *
 * @param url a connection string of PostgreSQL.
 * @param folder the migrations that drizzle-kit wrote.
 */
export async function migrate(url: string, folder: string = MIGRATIONS): Promise<void> {
  const client = new Client({ connectionString: url, application_name: "spokes migrate" });
  // A connection that dies rejects the query under way, which is thrown.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await applyMigrations(drizzle(client), { migrationsFolder: folder });
  } finally {
    // The lock ends with the connection.
    await client.end();
  }
}
