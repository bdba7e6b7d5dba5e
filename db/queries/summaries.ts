import { and, asc, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation } from "@/db/schema/citation";
import { hub } from "@/db/schema/hub";
import { sourceRecord, work } from "@/db/schema/work";
import { checkSummary } from "@/lib/citation/summary-check";
import { ADMIN_SOURCE } from "@/lib/import/derive";

/** A work with every summary that was given of it, the latest first; null when there is no such work. */
export async function getSummariesOf(db: Db, workId: number) {
  const [row] = await db
    .select({
      id: work.id,
      title: work.title,
      year: work.year,
      abstract: work.abstract,
      summary: work.summary,
    })
    .from(work)
    .where(eq(work.id, workId));
  if (!row) return null;
  const said = await db
    .select({
      id: sourceRecord.id,
      source: sourceRecord.source,
      text: sql<string>`${sourceRecord.fields} ->> 'summary'`,
      at: sourceRecord.recordedAt,
    })
    .from(sourceRecord)
    .where(and(eq(sourceRecord.workId, workId), sql`${sourceRecord.fields} ? 'summary'`))
    .orderBy(asc(sourceRecord.merged), desc(sourceRecord.id));
  return {
    ...row,
    own: said.find(({ source }) => source === ADMIN_SOURCE)?.text ?? "",
    said: said
      .filter(({ text }) => text !== "")
      .map((one) => ({ ...one, problem: checkSummary(one.text, row.title ?? "") })),
  };
}

export type WorkSummaries = NonNullable<Awaited<ReturnType<typeof getSummariesOf>>>;

/** The hubs that a work is or cites, hidden ones too. */
export async function listHubsOfWork(db: Db, workId: number) {
  const { rows } = await db.execute<{ slug: string; title: string | null }>(sql`
    select h.slug, w.title from ${hub} h join ${work} w on w.id = h.work_id
    where h.work_id = ${workId}
      or exists (select from ${citation} c where c.hub_id = h.id and c.work_id = ${workId})
    order by h.id`);
  return rows;
}

/** Citers of a hub whose summary readers are not shown, each with the reason. */
export async function listWithheldSummaries(db: Db, hubId: number, limit: number) {
  return db
    .select({ workId: work.id, title: work.title, problem: work.summaryProblem })
    .from(citation)
    .innerJoin(work, eq(work.id, citation.workId))
    .where(and(eq(citation.hubId, hubId), isNotNull(work.summaryProblem)))
    .orderBy(asc(work.id))
    .limit(limit);
}
