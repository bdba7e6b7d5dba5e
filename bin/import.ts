import { parseArgs } from "node:util";
import { createDb, createPool, type Db } from "@/db/client";
import type { ImportProgress } from "@/db/commands/import/run-import";
import { openDatabase } from "@/db/database";
import { migrate } from "@/db/migrate";
import { readEnv } from "@/lib/env";
import { UserError } from "@/lib/errors";
import { UnplacedListError } from "@/lib/import/place-listed";
import { Slug } from "@/lib/import/record";
import type { ImportReport } from "@/lib/import/report";
import { checkFile, type ImportFileOptions, importFile } from "@/lib/jobs/import-file";
import { nameListing } from "@/lib/jobs/name-listing";
import type { SourceFile } from "@/lib/jobs/open-file";
import { endWithUserErrors, stopOnSignal } from "./end";
import { printReport } from "./import-report";

const USAGE =
  "usage: npm run import -- FILE… [--hub SLUG] [--citers-of HUB | --references-of WORK] [--format NAME] [--dry-run] [--json]";

async function main(): Promise<void> {
  const { files, options } = readArguments();
  const sources: SourceFile[] = [];
  for (const file of files) {
    const { files: readable, leftOut } = await checkFile(file, options.format);
    for (const { path, reason } of leftOut) console.error(`left out: ${path}: ${reason}`);
    sources.push(...readable);
  }
  const stop = stopOnSignal();
  const database = await openDatabase(readEnv(process.env));
  const pool = createPool(database.url, { max: 1, applicationName: "spokes import" });
  const reports: ({ file: string } & ImportReport)[] = [];
  try {
    await migrate(database.url);
    const { hubSlug = options.hub, listing } = await readListing(createDb(pool), options);
    for (const source of sources) {
      const started = Date.now();
      const progress = progressLine(started);
      const report = await importFile(pool, source, {
        hubSlug,
        listing,
        format: options.format,
        dryRun: options["dry-run"],
        onProgress(step) {
          stop.throwIfAborted();
          progress.show(step);
        },
      });
      progress.clear();
      reports.push({ file: source.name, ...report });
      if (!options.json)
        printReport(source.path, report, { milliseconds: Date.now() - started, dryRun: options["dry-run"] });
    }
  } catch (error) {
    if (error instanceof UserError && error.cause instanceof UnplacedListError)
      throw new UserError(`${error.message} Say so by --citers-of HUB or --references-of WORK.`);
    throw error;
  } finally {
    // What went in is reported, also when a later file could not be read.
    if (options.json && reports.length > 0)
      console.log(JSON.stringify(sources.length === 1 ? reports[0] : reports));
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
        "citers-of": { type: "string" },
        "references-of": { type: "string" },
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
    if (options["citers-of"] !== undefined && options["references-of"] !== undefined)
      throw new UserError(
        "A list holds either the citers of a hub or the references of a work: give one of the two.",
      );
    return { files, options };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${error instanceof Error ? error.message : error} — ${USAGE}`);
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
