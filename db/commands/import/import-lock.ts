import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { UserError } from "@/lib/errors";

/** The advisory lock that lets one import write at a time. */
export const IMPORT_LOCK = 7_706_531;

/**
 * Keeps imports waiting until the transaction ends: they remember which works a file means.
 *
 * @throws UserError while one is under way, which may take minutes.
 */
export async function holdImports(tx: Db): Promise<void> {
  const { rows } = await tx.execute<{ free: boolean }>(
    sql`select pg_try_advisory_xact_lock(${IMPORT_LOCK}) as free`,
  );
  if (!rows[0]?.free)
    throw new UserError("An import, a preview or another merge is under way. Try again when it has ended.");
}
