import { and, asc, desc, eq, lt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { importRun, importRunRow } from "@/db/schema/import-run";
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

/**
 * One page of the imports, the newest first, and the number of its last one (null on the last page); of one uploaded
 * archive alone, where that is named.
 */
export async function listImports(
  db: Db,
  { after, limit, archive = null }: { after: number | null; limit: number; archive?: number | null },
) {
  const rows = await db
    .select(SHOWN)
    .from(importRun)
    .leftJoin(user, eq(user.id, importRun.userId))
    .where(
      and(
        after === null ? undefined : lt(importRun.id, after),
        archive === null ? undefined : eq(importRun.uploadId, archive),
      ),
    )
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
      member: importRun.member,
      sources: importRun.sources,
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

/** What an undone import brought and people's work hangs on: it is hidden from readers. Whole citations first. */
export async function listKept(db: Db, importRunId: number) {
  const { rows } = await db.execute<{
    workId: number;
    title: string | null;
    slug: string;
    contextId: number | null;
    text: string | null;
  }>(sql`
    select c.work_id as "workId", w.title, h.slug, null::bigint as "contextId", null as text
    from citation c join work w on w.id = c.work_id join hub h on h.id = c.hub_id
    where c.import_run_id = ${importRunId} and c.hidden_reason is not null
    union all
    select x.work_id, w.title, h.slug, x.id, x.text
    from citation_context x join work w on w.id = x.work_id join hub h on h.id = x.hub_id
    where x.import_run_id = ${importRunId} and x.hidden_reason is not null
    order by 4 nulls first, 1 limit 200`);
  return rows;
}
