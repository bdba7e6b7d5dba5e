import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** When the newest migration that was applied was written, in milliseconds since 1970; 0 when none was. */
export async function getNewestMigration(db: Db): Promise<number> {
  const { rows: found } = await db.execute<{ there: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  if (!found[0]?.there) return 0;
  const { rows } = await db.execute<{ newest: number | null }>(
    sql`select max(created_at) as newest from drizzle.__drizzle_migrations`,
  );
  return rows[0]?.newest ?? 0;
}
