import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { claim, coCitation, hub, hubSlugHistory, reportedCount } from "@/db/schema/hub";
import { work, workIdentifier } from "@/db/schema/work";
import { compareIdentifiers } from "@/lib/citation/identifiers";
import { identifiersOfUntitled, withIdentifier } from "./identifier-of-untitled";

const published = (slug: string) => and(eq(hub.slug, slug), eq(hub.status, "published"));

/** The hub at an address, with what stands at the head of its page; null when there is none for readers. */
export async function getHub(db: Db, slug: string) {
  const [row] = await db
    .select({
      id: hub.id,
      workId: hub.workId,
      slug: hub.slug,
      demonstration: hub.demonstration,
      title: work.title,
      authors: work.authors,
      authorsComplete: work.authorsComplete,
      published: work.published,
      year: work.year,
      venue: work.venue,
      abstract: work.abstract,
      citedByCount: work.citedByCount,
      notices: work.notices,
    })
    .from(hub)
    .innerJoin(work, eq(work.id, hub.workId))
    .where(published(slug));
  if (!row) return null;
  return { ...row, identifiers: await listIdentifiers(db, row.workId) };
}

/** A work's identifiers, the most trusted scheme first. */
export async function listIdentifiers(db: Db, workId: number) {
  const identifiers = await db
    .select({ scheme: workIdentifier.scheme, value: workIdentifier.value })
    .from(workIdentifier)
    .where(eq(workIdentifier.workId, workId));
  return identifiers.sort(compareIdentifiers);
}

/** What the hub claims, without what was retired, in the order that an admin gave it. */
export async function listClaims(db: Db, hubId: number) {
  return db
    .select({ number: claim.number, text: claim.text, quote: claim.quote })
    .from(claim)
    .where(and(eq(claim.hubId, hubId), isNull(claim.retiredAt)))
    .orderBy(asc(claim.place), asc(claim.number));
}

/** The address to which an old one leads; null when no published hub ever had it. */
export async function getNewSlug(db: Db, slug: string): Promise<string | null> {
  const [row] = await db
    .select({ slug: hub.slug })
    .from(hubSlugHistory)
    .innerJoin(hub, and(eq(hub.id, hubSlugHistory.hubId), eq(hub.status, "published")))
    .where(eq(hubSlugHistory.slug, slug));
  return row?.slug ?? null;
}

/** Counts that sources report of the hub as a whole; they label no citer. */
export async function listReportedCounts(db: Db, hubId: number) {
  return db
    .select({
      source: reportedCount.source,
      axis: reportedCount.axis,
      value: reportedCount.value,
      count: reportedCount.count,
      total: reportedCount.total,
    })
    .from(reportedCount)
    .where(eq(reportedCount.hubId, hubId))
    .orderBy(
      asc(reportedCount.source),
      asc(reportedCount.axis),
      desc(reportedCount.count),
      asc(reportedCount.value),
    );
}

/**
 * Works that the hub's citers cite beside it, most often first. Where such a work is a hub itself, `slug` is its
 * address and `otherCiters` how many of its own citers have a reference list here; else both are null. `identifier` is
 * what a work without a title can be called by: its most trusted identifier.
 */
export async function listCoCited(db: Db, hubId: number, limit: number) {
  const other = alias(hub, "other");
  const rows = await db
    .select({
      workId: work.id,
      title: work.title,
      authors: work.authors,
      authorsComplete: work.authorsComplete,
      year: work.year,
      identifiers: identifiersOfUntitled,
      citers: coCitation.citers,
      slug: other.slug,
      otherCiters: sql<number | null>`(select s.citers from hub_summary s
        where s.hub_id = ${other.id} and s.facet = 'references' and s.value = 'yes')`,
    })
    .from(coCitation)
    .innerJoin(work, eq(work.id, coCitation.workId))
    .leftJoin(other, and(eq(other.workId, work.id), eq(other.status, "published")))
    .where(and(eq(coCitation.hubId, hubId), sql`${coCitation.citers} > 0`))
    // "Nulls last", because the index is kept so; else all co-cited works would be sorted.
    .orderBy(sql`${coCitation.citers} desc nulls last`, asc(coCitation.workId))
    .limit(limit);
  return rows.map(withIdentifier);
}
