import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { importDecision } from "@/db/schema/import-decision";
import type { Decision } from "@/lib/import/decision";

/** A decision, with the work that it made in an earlier try. */
export type StoredDecision = Decision & { madeWorkId: number | null };

/** What was decided in an import, by the key of the file that it is about; nothing where there is no import yet. */
export async function loadDecisions(
  db: Db,
  importRunId: number | null,
): Promise<Map<string, StoredDecision>> {
  if (importRunId === null) return new Map();
  const rows = await db
    .select({
      workKey: importDecision.workKey,
      kind: importDecision.kind,
      // Works may have been merged since.
      workId: sql<number | null>`remaining_work(${importDecision.workId})`,
      otherKey: importDecision.otherKey,
      madeWorkId: sql<number | null>`remaining_work(${importDecision.madeWorkId})`,
    })
    .from(importDecision)
    .where(eq(importDecision.importRunId, importRunId));
  return new Map(rows.map((row) => [row.workKey, asDecision(row)]));
}

function asDecision(row: {
  kind: Decision["kind"];
  workId: number | null;
  otherKey: string | null;
  madeWorkId: number | null;
}): StoredDecision {
  const { kind, workId, otherKey, madeWorkId } = row;
  if (kind === "work" && workId !== null) return { kind, workId, madeWorkId };
  if (kind === "key" && otherKey !== null) return { kind, otherKey, madeWorkId };
  if (kind === "new" || kind === "leave_out") return { kind, madeWorkId };
  throw new Error(`a decision of the kind ${kind} does not say what it means`);
}

/** Keeps which works were made because it was decided that they are new. */
export async function keepMadeWorks(
  db: Db,
  importRunId: number | null,
  made: ReadonlyMap<string, number>,
): Promise<void> {
  if (importRunId === null) return;
  for (const [key, madeWorkId] of made)
    await db
      .update(importDecision)
      .set({ madeWorkId: sql`${madeWorkId}` })
      .where(and(eq(importDecision.importRunId, importRunId), eq(importDecision.workKey, key)));
}
