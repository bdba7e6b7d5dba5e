import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Pool } from "pg";
import { dumpDatabase } from "@/db/backup/dump-database";
import { withConnection } from "@/db/client";
import {
  beginBackup,
  endBackup,
  endBackupTurn,
  forgetBackup,
  takeBackupTurn,
} from "@/db/commands/backup-runs";
import type { Env } from "@/lib/env";
import { log } from "@/lib/log";

const LOOK_EVERY_MS = 60_000;

/** Where backups go, how many hours lie between two, and how many are kept. */
export type BackupPlan = Pick<Env, "BACKUP_EVERY" | "BACKUP_KEEP"> & { BACKUP_DIR: string };

const NAME = /^spokes-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(?:-\d{3})?Z$/;

/** The name of the folder of a backup that begins now; names sort by time. */
export const backupName = (now = new Date()): string =>
  `spokes-${now.toISOString().replaceAll(":", "-").replace(".", "-")}`;

/** Makes a backup whenever one is due, and removes the oldest, until told to stop. */
export async function keepBackups(pool: Pool, env: Env, stop?: AbortSignal): Promise<void> {
  const { BACKUP_DIR } = env;
  if (BACKUP_DIR === undefined) return;
  while (!stop?.aborted) {
    // The database is away: look again later.
    await backUpOnce(pool, { ...env, BACKUP_DIR }, stop).catch((error: unknown) =>
      log().error({ err: error }, "no backup could be tried"),
    );
    await delay(LOOK_EVERY_MS, undefined, { signal: stop, ref: false }).catch(() => undefined);
  }
}

/**
 * Makes a backup if one is due and nobody else makes one; whether it did. What goes wrong is logged and noted; one that
 * is told to stop leaves nothing, and is due again at once.
 */
export async function backUpOnce(
  pool: Pool,
  { BACKUP_DIR, BACKUP_EVERY, BACKUP_KEEP }: BackupPlan,
  stop?: AbortSignal,
): Promise<boolean> {
  return withConnection(pool, async ({ db }) => {
    if (!(await takeBackupTurn(db, BACKUP_EVERY))) return false;
    try {
      const name = backupName();
      const id = await beginBackup(db, name);
      try {
        const { tables } = await dumpDatabase(
          String(pool.options.connectionString),
          path.join(BACKUP_DIR, name),
          undefined,
          stop,
        );
        await removeOldest(BACKUP_DIR, BACKUP_KEEP);
        const bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
        await endBackup(db, id, { bytes });
        log().info({ name, bytes }, "a backup was made");
      } catch (error) {
        if (stop?.aborted) {
          await forgetBackup(db, id);
          return true;
        }
        log().error({ err: error }, "a backup failed");
        await endBackup(db, id, { failure: error instanceof Error ? error.message : String(error) });
      }
      return true;
    } finally {
      await endBackupTurn(db);
    }
  });
}

/** Removes all but the newest complete backups, and what was cut off before it was one. */
async function removeOldest(folder: string, keep: number): Promise<void> {
  const names = (await readdir(folder)).sort();
  const complete = names.filter((name) => NAME.test(name));
  const partial = names.filter(
    (name) => name.endsWith(".partial") && NAME.test(name.slice(0, -".partial".length)),
  );
  for (const name of [...complete.slice(0, -keep), ...partial])
    await rm(path.join(folder, name), { recursive: true, force: true });
}
