import { checkBackup } from "@/db/backup/check-backup";
import { restoreDatabase } from "@/db/backup/restore-database";
import { openDatabase } from "@/db/database";
import { withThousands } from "@/lib/citation/count";
import { readEnv } from "@/lib/env";
import { UserError } from "@/lib/errors";
import { endWithUserErrors } from "./end";
import { progressLine } from "./progress-line";

const MEGABYTE = 1_000_000;

/** `npm run restore -- FOLDER`: brings a backup into an empty database, all of it or nothing. */
async function main(): Promise<void> {
  const [folder, ...rest] = process.argv.slice(2);
  if (folder === undefined || rest.length > 0 || folder.startsWith("-"))
    throw new UserError("usage: npm run restore -- FOLDER");
  const env = readEnv(process.env);
  // Before a built-in database is made for it.
  await checkBackup(folder);
  const started = Date.now();
  const progress = progressLine(started);
  const database = await openDatabase(env);
  try {
    const { tables, madeAt } = await restoreDatabase(database.url, folder, ({ table, bytes }) =>
      progress.show(() => `${(bytes / MEGABYTE).toFixed(0)} MB restored, now ${table}`),
    );
    progress.clear();
    const rows = withThousands(tables.reduce((sum, table) => sum + table.rows, 0));
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(
      `Restored ${rows} rows of ${tables.length} tables as of ${madeAt}, each compared with what was saved; ${seconds} s`,
    );
  } finally {
    await database.release();
  }
}

await endWithUserErrors(main);
