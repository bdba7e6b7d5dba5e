import { Client } from "pg";
import type { Env } from "@/lib/env";
import { UserError } from "@/lib/errors";
import { type OpenedDatabase, openEmbedded } from "./embedded";

const CONNECT_WITHIN_MS = 10_000;

/**
 * Opens the database that the environment asks for: the one at `DATABASE_URL` if it is set, which is left
 * alone on release, or else the built-in one in `DATA_DIR`. The address that it gives leads to the database itself and
 * not through a pooler, where `DATABASE_URL_DIRECT` says so: commands hold sessions.
 *
 * @throws UserError when the built-in database cannot be started, or the one at `DATABASE_URL` cannot be reached.
 */
export async function openDatabase(
  env: Pick<Env, "DATABASE_URL" | "DATABASE_URL_DIRECT" | "DATA_DIR">,
): Promise<OpenedDatabase> {
  if (env.DATABASE_URL === undefined) return openEmbedded({ dataDir: env.DATA_DIR });
  const url = env.DATABASE_URL_DIRECT ?? env.DATABASE_URL;
  await tryToConnect(url);
  return { url, release: async () => undefined };
}

async function tryToConnect(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  // Whatever goes wrong rejects connect(); an error event without a listener would end the program.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new UserError(`The database at DATABASE_URL cannot be reached: ${reasonOf(error)}.`, {
      cause: error,
    });
  } finally {
    await client.end();
  }
}

/** The message, or for several failed addresses of one host those of each; never the URL, which holds a password. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
