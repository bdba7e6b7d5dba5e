import { and, count, eq, isNotNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { type ImportStatus, importRun } from "@/db/schema/import-run";

/** How many files of an uploaded archive are in each state, and the archive's name; null when there is no such archive. */
export async function getArchive(db: Db, uploadId: number) {
  const rows = await db
    .select({ status: importRun.status, imports: count() })
    .from(importRun)
    .where(and(eq(importRun.uploadId, uploadId), isNotNull(importRun.member)))
    .groupBy(importRun.status);
  if (rows.length === 0) return null;
  const [one] = await db
    .select({ fileName: importRun.fileName, member: importRun.member })
    .from(importRun)
    .where(and(eq(importRun.uploadId, uploadId), isNotNull(importRun.member)))
    .limit(1);
  const name = one?.fileName.slice(0, -(one.member?.length ?? 0) - 1) ?? "";
  const states = new Map<ImportStatus, number>(rows.map(({ status, imports }) => [status, imports]));
  return { uploadId, name, states, files: rows.reduce((sum, { imports }) => sum + imports, 0) };
}

export type Archive = NonNullable<Awaited<ReturnType<typeof getArchive>>>;
