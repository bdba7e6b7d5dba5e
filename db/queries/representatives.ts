import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation, citationContext, suggestion } from "@/db/schema/citation";
import { representative } from "@/db/schema/hub";
import { work } from "@/db/schema/work";
import type { Query } from "@/lib/citation/query";
import { representatives } from "@/lib/citation/representative";
import type { Reason } from "@/lib/citation/representative-reason";
import { CITATION_LABEL_COLUMNS } from "./citation-label-columns";
import { shownCiters } from "./citer-places";
import { citationMatches } from "./citer-query";
import { type CandidateRow, representativeCandidates } from "./representative-candidates";

/** So many citers may a query leave for representative papers to be chosen among them on read. */
export const MOST_CANDIDATES = 10_000;

/** The representative citing papers of a hub with their reasons, each with one sentence where there is one. */
export async function listRepresentatives(db: Db, hubId: number) {
  const chosen = await db
    .select({ workId: representative.workId, reason: representative.reason })
    .from(representative)
    .where(eq(representative.hubId, hubId))
    .orderBy(asc(representative.rank));
  return listChosen(db, hubId, chosen);
}

/** Those of the citers that a query leaves, at most `MOST_CANDIDATES`, chosen by the same rule among these alone. */
export async function listRepresentativesOf(db: Db, hubId: number, query: Query) {
  const { rows } = await db.execute<CandidateRow>(
    representativeCandidates(and(shownCiters(hubId), citationMatches(query, { hubId }))),
  );
  const chosen = representatives(rows).map(({ citer, reason }) => ({ workId: citer.id, reason }));
  return listChosen(db, hubId, chosen);
}

async function listChosen(db: Db, hubId: number, chosen: readonly { workId: number; reason: Reason }[]) {
  const ids = chosen.map(({ workId }) => workId);
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      workId: citation.workId,
      title: work.title,
      authors: work.authors,
      authorsComplete: work.authorsComplete,
      published: work.published,
      summary: sql<string | null>`case when ${work.summaryProblem} is null then ${work.summary} end`,
      isSelf: citation.isSelf,
      notices: work.notices,
      ...CITATION_LABEL_COLUMNS,
    })
    .from(citation)
    .innerJoin(work, eq(work.id, citation.workId))
    .where(and(shownCiters(hubId), inArray(citation.workId, ids)));
  const sentences = await listTellingSentences(db, hubId, ids);
  return chosen.flatMap(({ workId, reason }) => {
    const row = rows.find((one) => one.workId === workId);
    const context = sentences.find((one) => one.workId === workId) ?? null;
    return row === undefined ? [] : [{ ...row, reason, context }];
  });
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
