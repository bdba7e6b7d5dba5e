import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** How the backups of the worker stand. */
export interface BackupState {
  /** When the last complete one began; null when there is none. */
  lastAt: Date | null;
  /** How large it is. */
  bytes: number | null;
  /** Why the last try failed, and when; null when it did not. */
  failure: string | null;
  failedAt: Date | null;
}

export async function getBackupState(db: Db): Promise<BackupState> {
  const { rows } = await db.execute<{
    last_at: string | null;
    bytes: number | null;
    failure: string | null;
    failed_at: string | null;
  }>(sql`
    select good.started_at::text as last_at, good.bytes, bad.failure, bad.started_at::text as failed_at
    from (select 1) as one
    left join lateral (
      select started_at, bytes from backup_run where ended_at is not null and failure is null order by id desc limit 1
    ) as good on true
    left join lateral (
      select started_at, failure from (select * from backup_run where ended_at is not null order by id desc limit 1) as last
      where failure is not null
    ) as bad on true`);
  const [row] = rows;
  const date = (text: string | null | undefined) => (text ? new Date(text) : null);
  return {
    lastAt: date(row?.last_at),
    bytes: row?.bytes ?? null,
    failure: row?.failure ?? null,
    failedAt: date(row?.failed_at),
  };
}
