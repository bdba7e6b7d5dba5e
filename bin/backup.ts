import path from "node:path";
import { dumpDatabase } from "@/db/backup/dump-database";
import { openDatabase } from "@/db/database";
import { withThousands } from "@/lib/citation/count";
import { readEnv } from "@/lib/env";
import { UserError } from "@/lib/errors";
import { backupName } from "@/lib/jobs/keep-backups";
import { endWithUserErrors } from "./end";
import { progressLine } from "./progress-line";

const MEGABYTE = 1_000_000;

/** `npm run backup -- [FOLDER]`: writes a backup of the whole database into a new folder, also while the site runs. */
async function main(): Promise<void> {
  const [given, ...rest] = process.argv.slice(2);
  if (rest.length > 0 || given?.startsWith("-")) throw new UserError("usage: npm run backup -- [FOLDER]");
  const env = readEnv(process.env);
  const folder = path.resolve(
    given ?? path.join(env.BACKUP_DIR ?? path.join(env.DATA_DIR, "backups"), backupName()),
  );
  const started = Date.now();
  const progress = progressLine(started);
  const database = await openDatabase(env);
  try {
    const { tables } = await dumpDatabase(database.url, folder, ({ table, bytes }) =>
      progress.show(() => `${(bytes / MEGABYTE).toFixed(0)} MB read, now ${table}`),
    );
    progress.clear();
    const sum = (of: (table: (typeof tables)[number]) => number) =>
      tables.reduce((n, table) => n + of(table), 0);
    const size = (sum(({ bytes }) => bytes) / MEGABYTE).toFixed(1);
    const rows = withThousands(sum((table) => table.rows));
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${folder}\n${rows} rows of ${tables.length} tables, ${size} MB, ${seconds} s`);
  } finally {
    await database.release();
  }
}

await endWithUserErrors(main);
