import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { citation, citationContext } from "@/db/schema/citation";
import { hub } from "@/db/schema/hub";
import { target, vote } from "@/db/schema/vote";
import { work } from "@/db/schema/work";

/** The place of the last vote of a page: when it was last changed, in microseconds since 1970, and its key. */
export interface VoteCursor {
  changed: number;
  hubId: number;
  id: number;
}

const hubWork = alias(work, "hub_work");

const ON_TARGET = and(eq(target.hubId, vote.hubId), eq(target.id, vote.targetId));
const ON_CITATION = and(eq(citation.hubId, target.hubId), eq(citation.workId, target.workId));
const ON_CONTEXT = and(eq(citationContext.hubId, target.hubId), eq(citationContext.id, target.contextId));

/** Current votes of a person on what readers can see. */
const currentAndShown = (userId: number) =>
  and(
    eq(vote.userId, userId),
    isNull(vote.withdrawnAt),
    eq(hub.status, "published"),
    isNull(citation.hiddenReason),
    isNull(citationContext.hiddenReason),
  );

const counted = (condition?: ReturnType<typeof sql>) =>
  condition ? sql<number>`count(*) filter (where ${condition})::int` : sql<number>`count(*)::int`;

const polarityAgreed = sql`${target.polarityState} = 'agreed' and ${vote.polarity} <> 'unclear'`;
const roleAgreed = sql`${target.roleState} = 'agreed'`;

/**
 * How many current votes a person has on what is shown, on how many hubs; and how many of the decisive ones on targets
 * that people agree on say what was agreed, by axis. The person's own vote is among those that agree.
 */
export async function getVoteFigures(db: Db, userId: number) {
  const [row] = await db
    .select({
      votes: counted(),
      hubs: sql<number>`count(distinct ${vote.hubId})::int`,
      onAgreedPolarity: counted(polarityAgreed),
      asAgreedPolarity: counted(sql`${polarityAgreed} and ${vote.polarity} = ${target.polarity}`),
      onAgreedRole: counted(roleAgreed),
      asAgreedRole: counted(sql`${roleAgreed} and ${vote.role} = ${target.role}`),
    })
    .from(vote)
    .innerJoin(hub, eq(hub.id, vote.hubId))
    .innerJoin(target, ON_TARGET)
    .innerJoin(citation, ON_CITATION)
    .leftJoin(citationContext, ON_CONTEXT)
    .where(currentAndShown(userId));
  if (!row) throw new Error("a count gave no row");
  return row;
}

/** One page of a person's current votes, the latest first, and the cursor of the page after it (null on the last). */
export async function listVotesOfPerson(
  db: Db,
  userId: number,
  { after, limit }: { after: VoteCursor | null; limit: number },
) {
  const onwards = after
    ? sql`(${vote.changedAt}, ${vote.hubId}, ${vote.id})
        < ('epoch'::timestamptz + ${after.changed}::float8 * interval '1 microsecond', ${after.hubId}::bigint, ${after.id}::bigint)`
    : undefined;
  const rows = await db
    .select({
      hubId: vote.hubId,
      id: vote.id,
      slug: hub.slug,
      hubTitle: hubWork.title,
      citerId: target.workId,
      citerTitle: work.title,
      contextId: target.contextId,
      role: vote.role,
      furtherRoles: vote.furtherRoles,
      polarity: vote.polarity,
      changedAt: vote.changedAt,
      changed: sql<number>`(extract(epoch from ${vote.changedAt}) * 1000000)::bigint`,
    })
    .from(vote)
    .innerJoin(hub, eq(hub.id, vote.hubId))
    .innerJoin(hubWork, eq(hubWork.id, hub.workId))
    .innerJoin(target, ON_TARGET)
    .innerJoin(citation, ON_CITATION)
    .innerJoin(work, eq(work.id, target.workId))
    .leftJoin(citationContext, ON_CONTEXT)
    .where(and(currentAndShown(userId), onwards))
    .orderBy(desc(vote.changedAt), desc(vote.hubId), desc(vote.id))
    .limit(limit + 1);
  const votes = rows.slice(0, limit);
  const last = votes.at(-1);
  const next: VoteCursor | null =
    rows.length > limit && last ? { changed: last.changed, hubId: last.hubId, id: last.id } : null;
  return { votes, next };
}

export type PersonVote = Awaited<ReturnType<typeof listVotesOfPerson>>["votes"][number];
