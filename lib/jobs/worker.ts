import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Pool } from "pg";
import { createDb, withConnection } from "@/db/client";
import { dropLostUploads } from "@/db/commands/import/drop-uploads";
import {
  claimImport,
  endImport,
  holdImport,
  type ImportTask,
  postponeImport,
} from "@/db/commands/import/lease-import";
import { ImportStoppedError } from "@/db/commands/import/run-import";
import { undoImport } from "@/db/commands/import/undo-import";
import { getImport } from "@/db/queries/import-runs";
import { readEnv } from "@/lib/env";
import { UserError } from "@/lib/errors";
import type { ImportProgress } from "@/lib/import/progress";
import { log } from "@/lib/log";
import { openWorld } from "@/lib/sources/open-world";
import type { Services } from "@/lib/sources/services";
import { gatherUpload } from "./gather-upload";
import { importUpload } from "./import-upload";

const LOOK_EVERY_MS = 1000;
const HEARTBEAT_MS = 10_000;
const CLEAN_EVERY_MS = 3_600_000;

/** Seconds between a failure that is nobody's fault and the next try; after the last of them it stays failed. */
const BACK_OFF = [5, 30, 120, 600] as const;

/**
 * Does what admins ask of imports, one after the other, until told to stop. Several workers may run at once, each under
 * a name of its own.
 */
export async function keepImporting(
  pool: Pool,
  services: Services,
  stop: AbortSignal = new AbortController().signal,
  holder: string = randomUUID(),
): Promise<void> {
  for (let cleaned = 0; !stop.aborted; ) {
    // The database is away: look again later.
    const worked = await workOnce(pool, holder, stop, BACK_OFF, services).catch(() => false);
    if (!worked && Date.now() - cleaned > CLEAN_EVERY_MS) {
      cleaned = Date.now();
      // As above: the next hour will do.
      await dropLostUploads(createDb(pool)).catch(() => undefined);
    }
    if (!worked) await delay(LOOK_EVERY_MS, undefined, { signal: stop, ref: false }).catch(() => undefined);
  }
}

/** Takes one import and brings it to an end, or back to where it waits; false when none waits. */
export async function workOnce(
  pool: Pool,
  holder: string,
  stop: AbortSignal = new AbortController().signal,
  backOff: readonly number[] = BACK_OFF,
  services: Services = openWorld(readEnv(process.env), stop),
): Promise<boolean> {
  const db = createDb(pool);
  const claimed = await claimImport(db, holder);
  if (!claimed) return false;
  const { id, task, attempts } = claimed;
  const hold = holding(pool, id, holder, stop);
  try {
    if (attempts > backOff.length + 1) throw new Error("the worker ended each time before the import did");
    await perform({ pool, services, holder, show: hold.show, lost: hold.lost }, id, task);
  } catch (error) {
    if (stop.aborted) {
      await postponeImport(db, id, holder, { seconds: 0, failure: null, attempts: attempts - 1 });
      return true;
    }
    // Whoever took it away, or comes after us, says what becomes of it.
    if (error instanceof ImportStoppedError) return true;
    const failure = firstCause(error);
    const seconds = backOff[attempts - 1];
    if (error instanceof UserError) await endImport(db, id, holder, { ...FAILED[task], failure });
    else if (seconds !== undefined) await postponeImport(db, id, holder, { seconds, failure, attempts });
    else {
      log().error({ err: error, importRun: id }, "an import was given up");
      await endImport(db, id, holder, {
        ...FAILED[task],
        failure: `Given up after ${attempts} tries: ${failure}`,
      });
    }
  } finally {
    hold.end();
  }
  return true;
}

/** The message of what lies beneath: what is around it is the text of a query. */
function firstCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof UserError || error.cause === undefined ? error.message : firstCause(error.cause);
}

const FAILED = {
  previewing: { status: "failed" },
  running: { status: "failed" },
  // All that it brought is still there.
  undoing: { status: "done" },
} as const satisfies Record<ImportTask, unknown>;

interface Work {
  pool: Pool;
  services: Services;
  holder: string;
  show: (progress: ImportProgress) => void;
  /** Aborted when the import was cancelled or is another worker's. */
  lost: AbortSignal;
}

async function perform(
  { pool, services, holder, show, lost }: Work,
  id: number,
  task: ImportTask,
): Promise<void> {
  const db = createDb(pool);
  if (task === "undoing")
    return withConnection(pool, (connection) => undoImport(connection, { importRunId: id, holder }));
  await gatherUpload(db, { importRunId: id, holder }, services, show, lost);
  const run = await getImport(db, id);
  if (!run?.uploadId) throw new UserError("Its file is gone.");
  const report = await importUpload(pool, task, { ...run, uploadId: run.uploadId, holder }, show);
  if (task === "previewing")
    await endImport(db, id, holder, { status: "previewed", format: report.format, preview: report });
}

/** Keeps the lease and what is known of the progress; `show` throws once the work is to end. */
function holding(pool: Pool, id: number, holder: string, stop: AbortSignal) {
  const db = createDb(pool);
  let progress: ImportProgress | null = null;
  const lost = new AbortController();
  let [saved, busy] = [Date.now(), false];
  let shown: ImportProgress | null = null;
  const timer = setInterval(async () => {
    const isNew = progress !== shown;
    if (busy || (!isNew && Date.now() - saved < HEARTBEAT_MS)) return;
    [busy, shown] = [true, progress];
    // A database that is away lets the lease run out; the work itself then fails too.
    const held = await holdImport(db, id, holder, progress).catch(() => true);
    [busy, saved] = [false, Date.now()];
    if (!held) lost.abort(new ImportStoppedError("it is not ours any more"));
  }, LOOK_EVERY_MS);
  return {
    lost: lost.signal,
    show(step: ImportProgress) {
      if (lost.signal.aborted || stop.aborted) throw new ImportStoppedError("told to stop");
      const since = progress?.phase === step.phase ? progress.since : Date.now();
      progress = { ...step, since, at: Date.now() };
    },
    end: () => clearInterval(timer),
  };
}
