import path from "node:path";
import type { Pool } from "pg";
import { createDb } from "@/db/client";
import { listImportRuns } from "@/db/queries/import-runs";
import { importFile } from "./import-file";
import { openFile } from "./open-file";

const SEED = path.join(import.meta.dirname, "../../db/seed");
const FILES = ["carbon-emissions.jsonl", "demonstration.jsonl"];

/**
 * Imports the demonstration hubs into a database into which nothing else was ever imported, and goes on where an
 * earlier start was cut off. Returns whether it imported anything.
 */
export async function loadDemonstration(pool: Pool): Promise<boolean> {
  const runs = await listImportRuns(createDb(pool));
  if (runs.some((run) => !FILES.includes(run.fileName))) return false;
  const missing = FILES.filter((file) => !runs.some((run) => run.fileName === file && run.status === "done"));
  for (const file of missing)
    for (const source of await openFile(path.join(SEED, file))) await importFile(pool, source);
  return missing.length > 0;
}
