import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { sourceRecord, work } from "@/db/schema/work";
import { deriveWork } from "@/lib/import/derive";
import { SEARCH_WORDS } from "./import/derived-columns";

/**
 * Derives one work anew from what its sources say, as an import does with many. The transaction has locked the work's
 * citations (`lockWork`).
 */
export async function rederiveWork(tx: Db, workId: number): Promise<void> {
  const said = await tx
    .select({
      id: sourceRecord.id,
      source: sourceRecord.source,
      fields: sourceRecord.fields,
      merged: sourceRecord.merged,
    })
    .from(sourceRecord)
    .where(eq(sourceRecord.workId, workId));
  await tx.update(work).set(deriveWork(said)).where(eq(work.id, workId));
  await tx.execute(sql`update work set search = ${sql.raw(SEARCH_WORDS)} where id = ${workId}`);
  await tx.execute(sql`select refresh_citations(array[${workId}]::bigint[])`);
}
