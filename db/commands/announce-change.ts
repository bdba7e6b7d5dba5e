import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** The channel on which a web process hears that public pages are out of date. */
export const PAGES_CHANNEL = "spokes_pages";

/**
 * Tells every web process, when the transaction commits, to render public pages anew: those of the given paths,
 * or all of them.
 */
export async function announceChange(tx: Db, paths: readonly string[] | "all" = "all"): Promise<void> {
  await tx.execute(sql`select pg_notify(${PAGES_CHANNEL}, ${JSON.stringify(paths)})`);
}
