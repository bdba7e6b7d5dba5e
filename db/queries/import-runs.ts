import { and, asc, desc, eq, lt } from "drizzle-orm";
import type { Db } from "@/db/client";
import { importRun, importRunRow, uploadPiece } from "@/db/schema/import-run";
import { user } from "@/db/schema/user";

/** Every import there was, oldest first. */
export async function listImportRuns(db: Db) {
  return db
    .select({ id: importRun.id, fileName: importRun.fileName, status: importRun.status })
    .from(importRun)
    .orderBy(asc(importRun.id));
}

const SHOWN = {
  id: importRun.id,
  fileName: importRun.fileName,
  format: importRun.format,
  status: importRun.status,
  /** Null: the shell of the server. */
  handle: user.handle,
  sizeBytes: importRun.sizeBytes,
  sha256: importRun.sha256,
  report: importRun.report,
  failure: importRun.failure,
  createdAt: importRun.createdAt,
  startedAt: importRun.startedAt,
  endedAt: importRun.endedAt,
  ranAt: importRun.ranAt,
};

/** One page of the imports, the newest first, and the number of its last one (null on the last page). */
export async function listImports(db: Db, { after, limit }: { after: number | null; limit: number }) {
  const rows = await db
    .select(SHOWN)
    .from(importRun)
    .leftJoin(user, eq(user.id, importRun.userId))
    .where(after === null ? undefined : lt(importRun.id, after))
    .orderBy(desc(importRun.id))
    .limit(limit + 1);
  const imports = rows.slice(0, limit);
  return { imports, next: rows.length > limit ? (imports.at(-1)?.id ?? null) : null };
}

export type ImportRow = Awaited<ReturnType<typeof listImports>>["imports"][number];

/** One import with all that its page shows, or null. */
export async function getImport(db: Db, id: number) {
  const [row] = await db
    .select({
      ...SHOWN,
      uploadId: importRun.uploadId,
      choices: importRun.choices,
      preview: importRun.preview,
      progress: importRun.progress,
      attempts: importRun.attempts,
      leaseUntil: importRun.leaseUntil,
      notBefore: importRun.notBefore,
    })
    .from(importRun)
    .leftJoin(user, eq(user.id, importRun.userId))
    .where(eq(importRun.id, id));
  return row ?? null;
}

export type ImportDetail = NonNullable<Awaited<ReturnType<typeof getImport>>>;

/** What was remarked on entries of the file, in its order. */
export async function listImportRows(db: Db, importRunId: number) {
  return db
    .select({ outcome: importRunRow.outcome, subject: importRunRow.subject, reason: importRunRow.reason })
    .from(importRunRow)
    .where(eq(importRunRow.importRunId, importRunId))
    .orderBy(asc(importRunRow.number));
}

/** The bytes of an uploaded file, piece by piece. */
export async function* readUpload(db: Db, uploadId: number): AsyncGenerator<Uint8Array> {
  for (let number = 1; ; number += 1) {
    const [piece] = await db
      .select({ bytes: uploadPiece.bytes })
      .from(uploadPiece)
      .where(and(eq(uploadPiece.uploadId, uploadId), eq(uploadPiece.number, number)));
    if (!piece) return;
    yield piece.bytes;
  }
}
