import { createPool } from "@/db/client";
import { openDatabase } from "@/db/database";
import { migrate } from "@/db/migrate";
import { readEnv } from "@/lib/env";
import { keepBackups } from "@/lib/jobs/keep-backups";
import { keepImporting } from "@/lib/jobs/worker";
import { openWorld } from "@/lib/sources/open-world";
import { endWithUserErrors } from "./end";

/** `npm run worker`: does what admins ask of imports and makes the backups that are due, in a process of its own, until a signal. */
async function main(): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopping.abort());
  const env = readEnv(process.env);
  const database = await openDatabase(env);
  const pool = createPool(database.url, { max: 4, applicationName: "spokes worker" });
  // Waiting for work keeps no process alive.
  const alive = setInterval(() => undefined, 60_000);
  try {
    await migrate(database.url);
    console.log("The worker waits for imports — Ctrl-C stops it.");
    await Promise.all([
      keepImporting(pool, openWorld(env, stopping.signal), stopping.signal),
      keepBackups(pool, env, stopping.signal),
    ]);
  } finally {
    clearInterval(alive);
    await pool.end();
    await database.release();
  }
}

await endWithUserErrors(main);
