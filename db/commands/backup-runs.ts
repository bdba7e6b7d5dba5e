import { isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { backupRun } from "@/db/schema/backup-run";

const BACKUP_LOCK = 7_305_811;
const KEPT_ROWS = 100;
const TRY_AGAIN_AFTER_MINUTES = 15;

/** Whether a backup is due and nobody else makes one; then the connection of `db` is who makes it, until `endTurn`. */
export async function takeBackupTurn(db: Db, everyHours: number): Promise<boolean> {
  const { rows } = await db.execute<{ ours: boolean }>(
    sql`select pg_try_advisory_lock(${BACKUP_LOCK}) as ours`,
  );
  if (!rows[0]?.ours) return false;
  // Whoever held the lock before has ended, one way or the other.
  await db.execute(sql`
    update backup_run set ended_at = now(), failure = 'the worker ended before the backup did' where ended_at is null`);
  const { rows: waiting } = await db.execute(sql`
    select from (select started_at, failure from backup_run order by id desc limit 1) as last
    where started_at + case when failure is null then ${everyHours}::integer * interval '1 hour'
      else least(${everyHours}::integer * interval '1 hour', ${TRY_AGAIN_AFTER_MINUTES}::integer * interval '1 minute') end > now()`);
  if (waiting.length === 0) return true;
  await endBackupTurn(db);
  return false;
}

export async function endBackupTurn(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_unlock(${BACKUP_LOCK})`);
}

/** Notes that a backup begins; gives the number of its row. Rows of long ago go. */
export async function beginBackup(db: Db, name: string): Promise<number> {
  const [row] = await db.insert(backupRun).values({ name }).returning({ id: backupRun.id });
  if (!row) throw new Error("the backup was not recorded");
  await db.execute(sql`delete from backup_run where id <= ${row.id - KEPT_ROWS}`);
  return row.id;
}

/**
 * Takes back that a backup was begun whose process has ended, so that one is due again at once.
 *
 * @throws when somebody is making one.
 */
export async function forgetCutOffBackup(db: Db): Promise<void> {
  await db.transaction(async (transaction) => {
    // The server takes a moment to see that a connection has gone.
    await transaction.execute(sql`set local lock_timeout = '1s'`);
    await transaction.execute(sql`select pg_advisory_xact_lock(${BACKUP_LOCK})`);
    await transaction.delete(backupRun).where(isNull(backupRun.endedAt));
  });
}

/** Notes what became of it: how large it is, or why there is none. */
export async function endBackup(
  db: Db,
  id: number,
  outcome: { bytes: number } | { failure: string },
): Promise<void> {
  await db
    .update(backupRun)
    .set({ ...outcome, endedAt: sql`now()` })
    .where(sql`${backupRun.id} = ${id}`);
}

/** Takes back that a backup was begun. */
export async function forgetBackup(db: Db, id: number): Promise<void> {
  await db.delete(backupRun).where(sql`${backupRun.id} = ${id}`);
}
