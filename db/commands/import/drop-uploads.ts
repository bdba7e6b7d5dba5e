import { inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { upload } from "@/db/schema/import-run";

/** Takes away those of these uploads that no import has any more. */
export async function dropUploads(db: Db, ids: readonly number[]): Promise<void> {
  await dropUnused(db, inArray(upload.id, [...ids]));
}

/**
 * Takes away what a crash left of uploads: pieces that no import came to have. One that still streams in is younger.
 */
export async function dropLostUploads(db: Db): Promise<void> {
  await dropUnused(db, sql`${upload.createdAt} < now() - interval '1 day'`);
}

async function dropUnused(db: Db, which: SQL): Promise<void> {
  await db
    .delete(upload)
    .where(sql`${which} and not exists (select from import_run r where r.upload_id = ${upload.id})`);
}
