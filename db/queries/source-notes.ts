import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { sourceRecord } from "@/db/schema/work";

/** What sources remark on their own word on a work, in their words, each remark once. */
export async function listSourceNotes(db: Db, workId: number) {
  const note = sql<string>`${sourceRecord.fields} ->> 'note'`;
  return db
    .selectDistinct({ source: sourceRecord.source, note })
    .from(sourceRecord)
    .where(and(eq(sourceRecord.workId, workId), isNotNull(note)))
    .orderBy(asc(sourceRecord.source), asc(note));
}
