import { parseArgs } from "node:util";
import { createPool } from "@/db/client";
import type { ImportProgress } from "@/db/commands/import/run-import";
import { openDatabase } from "@/db/database";
import { migrate } from "@/db/migrate";
import { readEnv } from "@/lib/env";
import { UserError } from "@/lib/errors";
import type { ImportReport } from "@/lib/import/report";
import { importFile } from "@/lib/jobs/import-file";
import { endWithUserErrors } from "./end";
import { printReport } from "./import-report";

const USAGE = "usage: npm run import -- FILE… [--hub SLUG] [--format NAME] [--dry-run] [--json]";

async function main(): Promise<void> {
  const { files, options } = readArguments();
  const database = await openDatabase(readEnv(process.env));
  const pool = createPool(database.url, { max: 1, applicationName: "spokes import" });
  try {
    await migrate(database.url);
    const reports: ImportReport[] = [];
    for (const file of files) {
      const started = Date.now();
      const progress = progressLine(started);
      const report = await importFile(pool, file, {
        hubSlug: options.hub,
        format: options.format,
        dryRun: options["dry-run"],
        onProgress: progress.show,
      });
      progress.clear();
      reports.push(report);
      if (!options.json)
        printReport(file, report, { milliseconds: Date.now() - started, dryRun: options["dry-run"] });
    }
    if (options.json) console.log(JSON.stringify(reports.length === 1 ? reports[0] : reports));
  } finally {
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
