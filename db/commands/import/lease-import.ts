import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { type ImportStatus, importRun } from "@/db/schema/import-run";
import type { ImportProgress } from "@/lib/import/progress";
import type { ImportReport } from "@/lib/import/report";

/** How long a worker that is not heard of keeps an import. */
const LEASE = sql`interval '30 seconds'`;

/** What a worker does with an import. */
const AT_WORK = ["previewing", "running", "undoing"] as const satisfies readonly ImportStatus[];
export type ImportTask = (typeof AT_WORK)[number];

/**
 * Gives the worker called `holder` the import that waits longest and that nobody has, or null. Two workers never get
 * the same one; one whose worker has died is given again when its lease has run out.
 */
export async function claimImport(db: Db, holder: string) {
  const { rows } = await db.execute<{ id: number; task: ImportTask; attempts: number }>(sql`
    update import_run set status = case status when 'queued' then 'running' else status end, lease_by = ${holder},
      lease_until = now() + ${LEASE}, attempts = attempts + 1, started_at = now(), ended_at = null, progress = null,
      ran_at = case when status in ('queued', 'running') then now() else ran_at end
    where id = (
      select id from import_run
      where (status in ('previewing', 'queued', 'undoing') or (status = 'running' and upload_id is not null))
        and (lease_until is null or lease_until < now()) and not_before <= now()
      order by not_before, id limit 1 for update skip locked)
    returning id, status as task, attempts`);
  return rows[0] ?? null;
}

/** Makes the lease last longer and keeps how far the work is; false when the import was cancelled or is another's. */
export async function holdImport(
  db: Db,
  id: number,
  holder: string,
  progress: ImportProgress | null,
): Promise<boolean> {
  const held = await db
    .update(importRun)
    .set({ leaseUntil: sql`now() + ${LEASE}`, progress })
    .where(isHeld(id, holder))
    .returning({ id: importRun.id });
  return held.length > 0;
}

/** Says what became of the work, if the import is still the worker's. */
export async function endImport(
  db: Db,
  id: number,
  holder: string,
  outcome: { status: ImportStatus; format?: string; preview?: ImportReport; failure?: string },
): Promise<void> {
  const { failure = null, ...rest } = outcome;
  await db
    .update(importRun)
    .set({ ...rest, failure, leaseBy: null, leaseUntil: null, endedAt: sql`now()` })
    .where(isHeld(id, holder));
}

/** Gives the import back, to be tried again after so many seconds; `attempts` are those that count so far. */
export async function postponeImport(
  db: Db,
  id: number,
  holder: string,
  { seconds, failure, attempts }: { seconds: number; failure: string | null; attempts: number },
): Promise<void> {
  const notBefore = sql`now() + ${seconds}::integer * interval '1 second'`;
  await db
    .update(importRun)
    .set({ leaseBy: null, leaseUntil: null, notBefore, failure, attempts })
    .where(isHeld(id, holder));
}

/** Gives back what a worker has that has ended, so that the next one need not wait for its lease to run out. */
export async function giveBackImports(db: Db, holder: string): Promise<void> {
  await db
    .update(importRun)
    .set({ leaseBy: null, leaseUntil: null, attempts: sql`greatest(attempts - 1, 0)` })
    .where(and(eq(importRun.leaseBy, holder), inArray(importRun.status, [...AT_WORK])));
}

const isHeld = (id: number, holder: string) =>
  and(eq(importRun.id, id), eq(importRun.leaseBy, holder), inArray(importRun.status, [...AT_WORK]));
