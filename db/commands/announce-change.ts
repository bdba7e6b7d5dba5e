import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { executePrepared } from "@/db/execute-prepared";

/** The channel on which a web process hears that public pages are out of date. */
export const PAGES_CHANNEL = "spokes_pages";

/** PostgreSQL refuses longer messages (its manual, NOTIFY: "shorter than 8000 bytes"). */
const MESSAGE_BYTES = 7_999;

/**
 * Tells every web process, when the transaction commits, to render public pages anew: those of the given paths,
 * or all of them; all too where the paths are too many for one message.
 */
export async function announceChange(tx: Db, paths: readonly string[] | "all" = "all"): Promise<void> {
  const listed = JSON.stringify(paths);
  const message = Buffer.byteLength(listed) > MESSAGE_BYTES ? JSON.stringify("all") : listed;
  await executePrepared(tx, sql`select pg_notify(${PAGES_CHANNEL}, ${message})`);
}
