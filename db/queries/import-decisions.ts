import { asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { importDecision } from "@/db/schema/import-decision";
import { work } from "@/db/schema/work";

/** What was decided in an import, in the order of the titles. */
export async function listDecisions(db: Db, importRunId: number) {
  return db
    .select({
      key: importDecision.workKey,
      title: importDecision.title,
      kind: importDecision.kind,
      workId: importDecision.workId,
      workTitle: work.title,
      workYear: work.year,
      otherKey: importDecision.otherKey,
    })
    .from(importDecision)
    .leftJoin(work, eq(work.id, importDecision.workId))
    .where(eq(importDecision.importRunId, importRunId))
    .orderBy(asc(importDecision.title), asc(importDecision.workKey));
}

export type ListedDecision = Awaited<ReturnType<typeof listDecisions>>[number];
