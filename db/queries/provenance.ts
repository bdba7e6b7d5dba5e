import { asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { sourceRecord } from "@/db/schema/work";
import { listConflicts } from "@/lib/import/derive";

/** Who said what of a work, one entry a source record in the order in which they came, and where they disagree. */
export async function getProvenance(db: Db, workId: number) {
  const said = await db
    .select({
      id: sourceRecord.id,
      source: sourceRecord.source,
      fields: sourceRecord.fields,
      identifiers: sourceRecord.identifiers,
      recordedAt: sourceRecord.recordedAt,
      merged: sourceRecord.merged,
    })
    .from(sourceRecord)
    .where(eq(sourceRecord.workId, workId))
    .orderBy(asc(sourceRecord.id));
  return {
    conflicts: listConflicts(said),
    said: said.map(({ source, identifiers, recordedAt, fields }) => ({
      source,
      identifiers,
      recordedAt,
      note: fields.note ?? null,
    })),
  };
}

export type WorkProvenance = Awaited<ReturnType<typeof getProvenance>>;
