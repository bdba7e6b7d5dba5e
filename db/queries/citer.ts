import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation, citationContext, suggestion } from "@/db/schema/citation";
import { hub } from "@/db/schema/hub";
import { user } from "@/db/schema/user";
import { work } from "@/db/schema/work";
import { CITATION_LABEL_COLUMNS } from "./citation-label-columns";
import { listLabelledTargets, listVerdicts } from "./citer-labels";
import { listIdentifiers } from "./hub";
import { getProvenance } from "./provenance";

/** A citing work with all that its page shows; null when it cites no published hub. */
export async function getCiter(db: Db, workId: number) {
  const hubs = await listCitedHubs(db, workId);
  if (hubs.length === 0) return null;
  const [row] = await db
    .select({
      id: work.id,
      title: work.title,
      authors: work.authors,
      authorsComplete: work.authorsComplete,
      published: work.published,
      venue: work.venue,
      fields: work.fields,
      abstract: work.abstract,
      summary: sql<string | null>`case when ${work.summaryProblem} is null then ${work.summary} end`,
      summarySource: work.summarySource,
      citedByCount: work.citedByCount,
      notices: work.notices,
    })
    .from(work)
    .where(eq(work.id, workId));
  if (!row) return null;
  return {
    ...row,
    hubs,
    contexts: await listContexts(db, workId),
    suggestions: await listSuggestions(db, workId),
    targets: await listLabelledTargets(db, workId),
    verdicts: await listVerdicts(db, workId),
    identifiers: await listIdentifiers(db, workId),
    ...(await getProvenance(db, workId)),
  };
}

/** The work in which a sentence stands; null when there is no such sentence, hidden or not. */
export async function getCiterOfContext(db: Db, contextId: number): Promise<number | null> {
  const [row] = await db
    .select({ workId: citationContext.workId })
    .from(citationContext)
    .where(eq(citationContext.id, contextId));
  return row?.workId ?? null;
}

async function listCitedHubs(db: Db, workId: number) {
  const hubWork = work;
  return db
    .select({
      id: hub.id,
      slug: hub.slug,
      demonstration: hub.demonstration,
      title: hubWork.title,
      authors: hubWork.authors,
      authorsComplete: hubWork.authorsComplete,
      year: hubWork.year,
      isSelf: citation.isSelf,
      isInfluential: citation.isInfluential,
      contextGap: citation.contextGap,
      ...CITATION_LABEL_COLUMNS,
    })
    .from(citation)
    .innerJoin(hub, eq(hub.id, citation.hubId))
    .innerJoin(hubWork, eq(hubWork.id, hub.workId))
    .where(and(eq(citation.workId, workId), isNull(citation.hiddenReason), eq(hub.status, "published")))
    .orderBy(asc(hubWork.year), asc(hub.id));
}

/** The sentences of a citing work, of all hubs, as they stand in the paper. */
async function listContexts(db: Db, workId: number) {
  return db
    .select({
      hubId: citationContext.hubId,
      id: citationContext.id,
      section: citationContext.section,
      before: citationContext.before,
      text: citationContext.text,
      after: citationContext.after,
      markers: citationContext.markers,
      implicit: citationContext.implicit,
      source: citationContext.source,
      byHand: sql<boolean>`${citationContext.addedBy} is not null`,
      /** Who entered it by hand; null: nobody did, or the account was removed. */
      addedBy: sql<string | null>`case when ${user.removedAt} is null then ${user.handle} end`,
      readIn: citationContext.readIn,
      confirmed: sql<boolean>`${citationContext.confirmedBy} is not null`,
    })
    .from(citation)
    .innerJoin(
      citationContext,
      and(eq(citationContext.hubId, citation.hubId), eq(citationContext.workId, citation.workId)),
    )
    .leftJoin(user, eq(user.id, citationContext.addedBy))
    .where(
      and(eq(citation.workId, workId), isNull(citation.hiddenReason), isNull(citationContext.hiddenReason)),
    )
    .orderBy(
      asc(citationContext.hubId),
      sql`${citationContext.position} nulls last`,
      asc(citationContext.id),
    );
}

/** Labels that imports or models propose, of contexts and (context null) of whole citations. */
async function listSuggestions(db: Db, workId: number) {
  return db
    .select({
      hubId: suggestion.hubId,
      contextId: suggestion.contextId,
      original: suggestion.original,
      role: suggestion.role,
      polarity: suggestion.polarity,
      basis: suggestion.basis,
      source: suggestion.source,
      version: suggestion.version,
      confidence: suggestion.confidence,
    })
    .from(citation)
    .innerJoin(suggestion, and(eq(suggestion.hubId, citation.hubId), eq(suggestion.workId, citation.workId)))
    .leftJoin(
      citationContext,
      and(eq(citationContext.hubId, suggestion.hubId), eq(citationContext.id, suggestion.contextId)),
    )
    .where(
      and(eq(citation.workId, workId), isNull(citation.hiddenReason), isNull(citationContext.hiddenReason)),
    )
    .orderBy(asc(suggestion.source), asc(suggestion.original));
}

/** A citing work as its page needs it. */
export type Citer = NonNullable<Awaited<ReturnType<typeof getCiter>>>;
