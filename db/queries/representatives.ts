import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation, citationContext, suggestion } from "@/db/schema/citation";
import { representative } from "@/db/schema/hub";
import { work } from "@/db/schema/work";
import { CITATION_LABEL_COLUMNS } from "./citation-label-columns";

/** The representative citing papers of a hub with their reasons, each with one sentence where there is one. */
export async function listRepresentatives(db: Db, hubId: number) {
  const rows = await db
    .select({
      workId: representative.workId,
      reason: representative.reason,
      title: work.title,
      authors: work.authors,
      authorsComplete: work.authorsComplete,
      published: work.published,
      summary: sql<string | null>`case when ${work.summaryProblem} is null then ${work.summary} end`,
      isSelf: citation.isSelf,
      notices: work.notices,
      ...CITATION_LABEL_COLUMNS,
    })
    .from(representative)
    .innerJoin(work, eq(work.id, representative.workId))
    .innerJoin(
      citation,
      and(eq(citation.hubId, representative.hubId), eq(citation.workId, representative.workId)),
    )
    .where(and(eq(representative.hubId, hubId), isNull(citation.hiddenReason)))
    .orderBy(asc(representative.rank));
  const sentences = await listTellingSentences(
    db,
    hubId,
    rows.map((row) => row.workId),
  );
  return rows.map((row) => ({ ...row, context: sentences.find((one) => one.workId === row.workId) ?? null }));
}

export type RepresentativeRow = Awaited<ReturnType<typeof listRepresentatives>>[number];

/** Of each work the sentence that shows its judgement best: one with a clear polarity, surest first, else its first. */
async function listTellingSentences(db: Db, hubId: number, workIds: readonly number[]) {
  if (workIds.length === 0) return [];
  const judging = sql`coalesce(${suggestion.polarity} in ('supporting', 'mixed', 'contrasting'), false)`;
  return db
    .selectDistinctOn([citationContext.workId], {
      workId: citationContext.workId,
      id: citationContext.id,
      section: citationContext.section,
      text: citationContext.text,
      markers: citationContext.markers,
      implicit: citationContext.implicit,
      source: citationContext.source,
    })
    .from(citationContext)
    .leftJoin(
      suggestion,
      and(
        eq(suggestion.hubId, citationContext.hubId),
        eq(suggestion.workId, citationContext.workId),
        eq(suggestion.contextId, citationContext.id),
      ),
    )
    .where(
      and(
        eq(citationContext.hubId, hubId),
        inArray(citationContext.workId, [...workIds]),
        isNull(citationContext.hiddenReason),
      ),
    )
    .orderBy(
      asc(citationContext.workId),
      sql`${judging} desc`,
      asc(citationContext.implicit),
      sql`${suggestion.confidence} desc nulls last`,
      sql`${citationContext.position} nulls last`,
      asc(citationContext.id),
    );
}
