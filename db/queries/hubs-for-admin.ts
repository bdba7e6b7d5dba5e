import { and, asc, desc, eq, ilike, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { claim, claimVersion, HUB_STATUSES, hub, hubSlugHistory } from "@/db/schema/hub";
import { user } from "@/db/schema/user";
import { work } from "@/db/schema/work";
import { CITERS, type HubPlace, hubOrder } from "./hub-order";

/** Which hubs an admin's list holds; the first is the one that nobody has to ask for. */
export const HUBS_SHOWN = ["all", ...HUB_STATUSES] as const;
export type HubsShown = (typeof HUBS_SHOWN)[number];

/** The last row of a page of hubs. */
export type CitersPlace = Omit<HubPlace, "key">;

const { order, behind } = hubOrder("most_cited");

const columns = {
  id: hub.id,
  slug: hub.slug,
  status: hub.status,
  demonstration: hub.demonstration,
  title: work.title,
  year: work.year,
  citers: CITERS,
};

/** One page of all hubs, hidden ones too, those with most citers first, and the place of its last row (null on the last page). */
export async function listHubsForAdmin(
  db: Db,
  {
    words,
    shown,
    after,
    limit,
  }: { words: string; shown: HubsShown; after: CitersPlace | null; limit: number },
) {
  const like = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db
    .select(columns)
    .from(hub)
    .innerJoin(work, eq(work.id, hub.workId))
    .where(
      and(
        shown === "all" ? undefined : eq(hub.status, shown),
        words === "" ? undefined : or(ilike(work.title, like), ilike(hub.slug, like)),
        after === null ? undefined : behind({ key: after.citers, ...after }),
      ),
    )
    .orderBy(order)
    .limit(limit + 1);
  const hubs = rows.slice(0, limit);
  const last = hubs.at(-1);
  return { hubs, next: rows.length > limit && last ? { citers: last.citers, id: last.id } : null };
}

export type HubForAdminRow = Awaited<ReturnType<typeof listHubsForAdmin>>["hubs"][number];

/** A hub as an admin sees it, also a hidden one; null when none is at this address now. */
export async function getHubForAdmin(db: Db, slug: string) {
  const [row] = await db
    .select({ ...columns, workId: hub.workId, abstract: work.abstract, createdAt: hub.createdAt })
    .from(hub)
    .innerJoin(work, eq(work.id, hub.workId))
    .where(eq(hub.slug, slug));
  return row ?? null;
}

export type HubForAdmin = NonNullable<Awaited<ReturnType<typeof getHubForAdmin>>>;

/** The abstract of a hub's work; null when there is none. */
export async function getAbstract(db: Db, hubId: number): Promise<string | null> {
  const [row] = await db
    .select({ abstract: work.abstract })
    .from(hub)
    .innerJoin(work, eq(work.id, hub.workId))
    .where(eq(hub.id, hubId));
  return row?.abstract ?? null;
}

/** The addresses that a hub had before, the latest first. */
export async function listOldSlugs(db: Db, hubId: number): Promise<string[]> {
  const rows = await db
    .select({ slug: hubSlugHistory.slug })
    .from(hubSlugHistory)
    .where(eq(hubSlugHistory.hubId, hubId))
    .orderBy(desc(hubSlugHistory.replacedAt), asc(hubSlugHistory.slug));
  return rows.map(({ slug }) => slug);
}

/** All claims of a hub, those on the list in its order, then the retired ones; each with its current votes. */
export async function listClaimsForAdmin(db: Db, hubId: number) {
  return db
    .select({
      number: claim.number,
      text: claim.text,
      quote: claim.quote,
      version: claim.version,
      retired: sql<boolean>`${claim.retiredAt} is not null`,
      votes: sql<number>`(select count(*)::int from vote_claim c
        join vote v on v.hub_id = c.hub_id and v.id = c.vote_id and v.withdrawn_at is null
        where c.hub_id = claim.hub_id and c.claim_number = claim.number)`,
    })
    .from(claim)
    .where(eq(claim.hubId, hubId))
    .orderBy(sql`${claim.retiredAt} is not null`, asc(claim.place), asc(claim.number));
}

export type ClaimForAdmin = Awaited<ReturnType<typeof listClaimsForAdmin>>[number];

/** Every version of a claim, the latest first, with who wrote it; null: an import did. */
export async function listClaimVersions(db: Db, hubId: number, number: number) {
  return db
    .select({
      version: claimVersion.version,
      text: claimVersion.text,
      quote: claimVersion.quote,
      retired: claimVersion.retired,
      by: user.handle,
      at: claimVersion.at,
    })
    .from(claimVersion)
    .leftJoin(user, eq(user.id, claimVersion.changedBy))
    .where(and(eq(claimVersion.hubId, hubId), eq(claimVersion.number, number)))
    .orderBy(desc(claimVersion.version));
}

export type ClaimVersion = Awaited<ReturnType<typeof listClaimVersions>>[number];
