import { parseArgs } from "node:util";
import { createPool } from "@/db/client";
import { openDatabase } from "@/db/database";
import { migrate } from "@/db/migrate";
import { readEnv } from "@/lib/env";
import { UserError } from "@/lib/errors";
import type { ImportProgress } from "@/lib/import/progress";
import { Slug } from "@/lib/import/record";
import type { ImportReport } from "@/lib/import/report";
import { checkFile, importFile } from "@/lib/jobs/import-file";
import { endWithUserErrors, stopOnSignal } from "./end";
import { printReport } from "./import-report";

const USAGE = "usage: npm run import -- FILE… [--hub SLUG] [--format NAME] [--dry-run] [--json]";

async function main(): Promise<void> {
  const { files, options } = readArguments();
  for (const file of files) await checkFile(file, options.format);
  const stop = stopOnSignal();
  const database = await openDatabase(readEnv(process.env));
  const pool = createPool(database.url, { max: 1, applicationName: "spokes import" });
  const reports: ImportReport[] = [];
  try {
    await migrate(database.url);
    for (const file of files) {
      const started = Date.now();
      const progress = progressLine(started);
      const report = await importFile(pool, file, {
        hubSlug: options.hub,
        format: options.format,
        dryRun: options["dry-run"],
        onProgress(step) {
          stop.throwIfAborted();
          progress.show(step);
        },
      });
      progress.clear();
      reports.push(report);
      if (!options.json)
        printReport(file, report, { milliseconds: Date.now() - started, dryRun: options["dry-run"] });
    }
  } finally {
    // What went in is reported, also when a later file could not be read.
    if (options.json && reports.length > 0)
      console.log(JSON.stringify(files.length === 1 ? reports[0] : reports));
    await pool.end();
    await database.release();
  }
}

function readArguments() {
  try {
    const { positionals: files, values: options } = parseArgs({
      allowPositionals: true,
      options: {
        hub: { type: "string" },
        format: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    if (files.length === 0) throw new UserError(USAGE);
    if (options.hub !== undefined && !Slug.safeParse(options.hub).success)
      throw new UserError(
        "--hub takes the last part of a hub's address: small letters, digits and single hyphens.",
      );
    return { files, options };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${error instanceof Error ? error.message : error} — ${USAGE}`);
  }
}

const PHASES: Readonly<Record<ImportProgress["phase"], string>> = {
  reading: "records read",
  works: "works matched",
  citations: "citing works written",
};

/** A line on standard error about anything that takes over a second, at most four times a second. */
function progressLine(started: number) {
  let next = started + 1000;
  let shown = false;
  const inPlace = process.stderr.isTTY;
  return {
    show({ phase, done }: ImportProgress) {
      if (Date.now() < next) return;
      next = Date.now() + (inPlace ? 250 : 5000);
      shown = true;
      const seconds = Math.round((Date.now() - started) / 1000);
      process.stderr.write(
        `${inPlace ? "\r\x1b[K" : ""}${done.toLocaleString("en")} ${PHASES[phase]}, ${seconds} s${inPlace ? "" : "\n"}`,
      );
    },
    clear() {
      if (shown && inPlace) process.stderr.write("\r\x1b[K");
    },
  };
}

await endWithUserErrors(main);
