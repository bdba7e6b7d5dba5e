import type { Env } from "@/lib/env";
import { type OpenedDatabase, openEmbedded } from "./embedded";

/**
 * Opens the database that the environment asks for: the one at `DATABASE_URL` if it is set, which is left
 * alone on release, or else the built-in one in `DATA_DIR`.
 *
 * @throws UserError when the built-in database cannot be started.
 */
export async function openDatabase(env: Pick<Env, "DATABASE_URL" | "DATA_DIR">): Promise<OpenedDatabase> {
  if (env.DATABASE_URL !== undefined) return { url: env.DATABASE_URL, release: async () => undefined };
  return openEmbedded({ dataDir: env.DATA_DIR });
}
