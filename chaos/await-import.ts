import { setTimeout as delay } from "node:timers/promises";
import { shown } from "@/db/testing/uploads";
import type { Site } from "./site";

const WITHIN_MS = 180_000;
const LOOK_EVERY_MS = 50;

/** Waits until an import is in a state. @throws when it ends otherwise, or not in time. */
export async function awaitImport(
  { pool }: Pick<Site, "pool">,
  id: number,
  wanted: Awaited<ReturnType<typeof shown>>["status"],
): Promise<Awaited<ReturnType<typeof shown>>> {
  for (
    const started = performance.now();
    performance.now() - started < WITHIN_MS;
    await delay(LOOK_EVERY_MS)
  ) {
    const run = await shown(pool, id);
    if (run.status === wanted) return run;
    if (run.status === "failed") throw new Error(`the import failed: ${run.failure}`);
  }
  throw new Error(`the import was not ${wanted} within ${WITHIN_MS / 1000} s`);
}
