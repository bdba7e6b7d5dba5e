import { createDb, createPool, type Db } from "@/db/client";
import { openDatabase } from "@/db/database";
import { migrate } from "@/db/migrate";
import { readEnv } from "@/lib/env";
import { UserError } from "@/lib/errors";
import { UnplacedListError } from "@/lib/import/place-listed";
import type { ImportReport } from "@/lib/import/report";
import { checkFile, type ImportFileOptions } from "@/lib/jobs/import-file";
import { nameListing } from "@/lib/jobs/name-listing";
import type { SourceFile } from "@/lib/jobs/open-file";
import { openWorld } from "@/lib/sources/open-world";
import { endWithUserErrors, stopOnSignal } from "./end";
import { readArguments } from "./import-arguments";
import { printReport } from "./import-report";
import { fileTasks, stepText, workTasks } from "./import-tasks";
import { progressLine } from "./progress-line";

async function main(): Promise<void> {
  const { columns, files, ids, options, mostCiters } = readArguments();
  const env = readEnv(process.env);
  const sources: SourceFile[] = [];
  for (const file of files) {
    const { files: readable, leftOut } = await checkFile(file, options.format ?? (columns && "csv"));
    for (const { path, reason } of leftOut) console.error(`left out: ${path}: ${reason}`);
    sources.push(...readable);
  }
  const stop = stopOnSignal();
  const database = await openDatabase(env);
  const pool = createPool(database.url, { max: 1, applicationName: "spokes import" });
  const reports: ({ file: string } & ImportReport)[] = [];
  try {
    await migrate(database.url);
    const { hubSlug = options.hub, listing } = await readListing(createDb(pool), options);
    const how = { hubSlug, listing, format: options.format, columns, mostCiters };
    const tasks = [...fileTasks(pool, sources, how), ...workTasks(pool, ids, openWorld(env, stop), how)];
    for (const { name, title, run } of tasks) {
      const started = Date.now();
      const progress = progressLine(started);
      const dryRun = options["dry-run"];
      const report = await run({
        dryRun,
        onProgress(step) {
          stop.throwIfAborted();
          progress.show(() => stepText(step));
        },
      });
      progress.clear();
      reports.push({ file: name, ...report });
      if (!options.json) printReport(title, report, { milliseconds: Date.now() - started, dryRun });
    }
  } catch (error) {
    if (error instanceof UserError && error.cause instanceof UnplacedListError)
      throw new UserError(`${error.message} Say so by --citers-of HUB or --references-of WORK.`);
    throw error;
  } finally {
    // What went in is reported, also when a later file could not be read.
    if (options.json && reports.length > 0)
      console.log(JSON.stringify(sources.length + ids.length === 1 ? reports[0] : reports));
    await pool.end();
    await database.release();
  }
}

/** What the works of a list are, as the options say; nothing where they say nothing. */
async function readListing(
  db: Db,
  options: { "citers-of"?: string; "references-of"?: string },
): Promise<Pick<ImportFileOptions, "listing" | "hubSlug">> {
  const { "citers-of": hub, "references-of": work } = options;
  if (hub !== undefined) return nameListing(db, "citers", hub);
  return work === undefined ? {} : nameListing(db, "references", work);
}

await endWithUserErrors(main);
