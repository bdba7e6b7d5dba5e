import { asc } from "drizzle-orm";
import type { Db } from "@/db/client";
import { importRun } from "@/db/schema/import-run";

/** Every import there was, oldest first. */
export async function listImportRuns(db: Db) {
  return db
    .select({ id: importRun.id, fileName: importRun.fileName, status: importRun.status })
    .from(importRun)
    .orderBy(asc(importRun.id));
}
