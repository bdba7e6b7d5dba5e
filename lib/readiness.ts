import { setTimeout as delay } from "node:timers/promises";
import type { Db } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";
import { getNewestMigration } from "@/db/queries/newest-migration";
import { database } from "@/lib/database";

const ANSWER_WITHIN_MS = 2_000;

const NEEDED = Math.max(...journal.entries.map(({ when }) => when));

/** Why this process cannot answer requests now, in a few words that may be shown to anybody; null when it can. */
export async function whyNotReady(
  db: Db = database(),
  withinMs: number = ANSWER_WITHIN_MS,
): Promise<string | null> {
  const late = delay(withinMs, "late" as const, { ref: false });
  try {
    const newest = await Promise.race([getNewestMigration(db), late]);
    if (newest === "late") return "the database does not answer in time";
    return newest >= NEEDED ? null : "the database lacks migrations";
  } catch {
    // Why not stands in the log of the database; a visitor learns no more than that.
    return "the database does not answer";
  }
}
