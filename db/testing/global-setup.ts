import { randomBytes } from "node:crypto";
import path from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { type OpenedDatabase, openEmbedded } from "@/db/embedded";
import { MIGRATIONS } from "@/db/migrate";
import { dropDatabasesOf, dropUnused, holdKey, keyOfMigrations, makeTemplate } from "./test-databases";

declare module "vitest" {
  interface ProvidedContext {
    /** The server for tests: where it is, the migrated template on it, and the key of this run's copies. */
    testServer: { url: string; template: string; run: string };
  }
}

const DATA_DIR = path.resolve(import.meta.dirname, "../../.data/test");

// Held while databases of dead runs are dropped and the template is made: one run at a time.
const SETUP_LOCK = 7_305_809;

async function openServer(): Promise<OpenedDatabase> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, release: async () => undefined };
  return openEmbedded({ dataDir: DATA_DIR, durable: false });
}

async function readyTemplate(client: Client, url: string, run: string): Promise<string> {
  const key = await keyOfMigrations(MIGRATIONS);
  await client.query("select pg_advisory_lock($1)", [SETUP_LOCK]);
  await holdKey(client, run);
  await holdKey(client, key);
  await dropUnused(client, key);
  const template = await makeTemplate(client, url, key);
  await client.query("select pg_advisory_unlock($1)", [SETUP_LOCK]);
  return template;
}

/** Gets a server and a migrated template ready before the tests, and drops this run's copies after them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, release } = await openServer();
  const client = new Client({ connectionString: url, application_name: "spokes tests" });
  // A connection that dies rejects the query under way, which is thrown.
  client.on("error", () => undefined);
  const run = randomBytes(4).toString("hex");
  const tearDown = async (): Promise<void> => {
    await client.end();
    await release();
  };
  try {
    await client.connect();
    project.provide("testServer", { url, template: await readyTemplate(client, url, run), run });
  } catch (error) {
    await tearDown();
    throw error;
  }
  return async () => {
    await dropDatabasesOf(client, run);
    await tearDown();
  };
}
