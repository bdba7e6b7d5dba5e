import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { claim, hub, hubSlugHistory, reportedCount } from "@/db/schema/hub";
import { work, workIdentifier } from "@/db/schema/work";
import { compareIdentifiers } from "@/lib/citation/identifiers";

const published = (slug: string) => and(eq(hub.slug, slug), eq(hub.status, "published"));

/** The hub at an address, with what stands at the head of its page; null when there is none for readers. */
export async function getHub(db: Db, slug: string) {
  const [row] = await db
    .select({
      id: hub.id,
      workId: hub.workId,
      slug: hub.slug,
      demonstration: hub.demonstration,
      createdAt: hub.createdAt,
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
    .orderBy(asc(claim.place), asc(claim.number))
    .prepare("claims")
    .execute();
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
