import { and, asc, desc, eq, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { citation, citationContext } from "@/db/schema/citation";
import { hub } from "@/db/schema/hub";
import { ruling, target } from "@/db/schema/vote";
import { work } from "@/db/schema/work";

const isContested = sql`(${target.polarityState} = 'contested' or ${target.roleState} = 'contested')`;

const hubWork = alias(work, "hub_work");

const CASE = {
  hubId: target.hubId,
  targetId: target.id,
  workId: target.workId,
  contextId: target.contextId,
  polarityState: target.polarityState,
  roleState: target.roleState,
  votes: target.votes,
  slug: hub.slug,
  hubTitle: hubWork.title,
  citerTitle: work.title,
  citerYear: work.year,
  section: citationContext.section,
  before: citationContext.before,
  text: citationContext.text,
  after: citationContext.after,
  markers: citationContext.markers,
};

/** Targets, each with its sentence (null for a citation as a whole), citing paper and hub; only of what readers see. */
const cases = (db: Db) =>
  db
    .select(CASE)
    .from(target)
    .innerJoin(hub, and(eq(hub.id, target.hubId), eq(hub.status, "published")))
    .innerJoin(hubWork, eq(hubWork.id, hub.workId))
    .innerJoin(work, eq(work.id, target.workId))
    .innerJoin(
      citation,
      and(
        eq(citation.hubId, target.hubId),
        eq(citation.workId, target.workId),
        isNull(citation.hiddenReason),
      ),
    )
    .leftJoin(
      citationContext,
      and(eq(citationContext.hubId, target.hubId), eq(citationContext.id, target.contextId)),
    );

const isShown = isNull(citationContext.hiddenReason);

/** Where the next page of contested targets begins. */
export interface ContestedCursor {
  votes: number;
  targetId: number;
}

/** Contested targets of all hubs, those with most votes first; `after` is the last row of the page before. */
export async function listContestedTargets(
  db: Db,
  { after, limit }: { after: ContestedCursor | null; limit: number },
) {
  const later: SQL | undefined = after
    ? or(lt(target.votes, after.votes), and(eq(target.votes, after.votes), lt(target.id, after.targetId)))
    : undefined;
  return cases(db)
    .where(and(isContested, isShown, later))
    .orderBy(desc(target.votes), desc(target.id))
    .limit(limit);
}

export type ContestedRow = Awaited<ReturnType<typeof listContestedTargets>>[number];

/** One target as an admin decides on it, with its decisions so far, latest first; null when there is none. */
export async function getCase(db: Db, of: Pick<ContestedRow, "hubId" | "workId" | "contextId">) {
  const [row] = await cases(db).where(
    and(
      eq(target.hubId, of.hubId),
      eq(target.workId, of.workId),
      of.contextId === null ? isNull(target.contextId) : eq(target.contextId, of.contextId),
    ),
  );
  if (!row) return null;
  const rulings = await db
    .select({
      id: ruling.id,
      role: ruling.role,
      furtherRoles: ruling.furtherRoles,
      polarity: ruling.polarity,
      basis: ruling.basis,
      reason: ruling.reason,
      at: ruling.at,
      liftedAt: ruling.liftedAt,
    })
    .from(ruling)
    .where(and(eq(ruling.hubId, row.hubId), eq(ruling.targetId, row.targetId)))
    .orderBy(desc(ruling.id));
  return { ...row, rulings };
}

/** Sentences and citations that are kept from readers, each with the reason; latest sentence first. */
export async function listHidden(db: Db, limit: number) {
  const shared = { slug: hub.slug, hubTitle: hubWork.title, citerTitle: work.title };
  const contexts = await db
    .select({
      ...shared,
      hubId: citationContext.hubId,
      workId: citationContext.workId,
      contextId: citationContext.id,
      text: citationContext.text,
      reason: citationContext.hiddenReason,
    })
    .from(citationContext)
    .innerJoin(hub, eq(hub.id, citationContext.hubId))
    .innerJoin(hubWork, eq(hubWork.id, hub.workId))
    .innerJoin(work, eq(work.id, citationContext.workId))
    .where(sql`${citationContext.hiddenReason} is not null`)
    .orderBy(desc(citationContext.id))
    .limit(limit);
  const citations = await db
    .select({
      ...shared,
      hubId: citation.hubId,
      workId: citation.workId,
      contextId: sql<null>`null`,
      text: sql<null>`null`,
      reason: citation.hiddenReason,
    })
    .from(citation)
    .innerJoin(hub, eq(hub.id, citation.hubId))
    .innerJoin(hubWork, eq(hubWork.id, hub.workId))
    .innerJoin(work, eq(work.id, citation.workId))
    // Of a merged paper nothing is shown: the remaining one has it.
    .where(
      sql`${citation.hiddenReason} is not null and not exists (
        select from work_merge m where m.from_work_id = ${citation.workId} and m.taken_apart_at is null)`,
    )
    .orderBy(asc(citation.hubId), asc(citation.workId))
    .limit(limit);
  return [...contexts, ...citations];
}

export type HiddenRow = Awaited<ReturnType<typeof listHidden>>[number];
