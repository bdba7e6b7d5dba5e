import { and, asc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation, citationContext } from "@/db/schema/citation";
import { type AGREEMENT_AXES, agreement } from "@/db/schema/hub";
import { user } from "@/db/schema/user";
import { target, vote } from "@/db/schema/vote";
import { type AxisAgreement, hubAgreement } from "@/lib/citation/agreement";
import { announceChange } from "./announce-change";
import { writeRepresentatives } from "./import/write-representatives";

/** Votes that come this soon one after the other are taken in together. */
const QUIET_FOR = "5 seconds";
/** However many come, no hub waits longer than this. */
const WAITS_AT_MOST = "60 seconds";

/** Hubs with votes that their agreement does not take in yet, once they have been quiet for a while. */
export async function listHubsWithNewVotes(db: Db): Promise<number[]> {
  const { rows } = await db.execute<{ hub_id: number }>(sql`
    select h.id as hub_id
    from hub h
    cross join lateral (
      select r.id, r.at from vote_revision r where r.hub_id = h.id order by r.id desc limit 1
    ) as latest
    left join agreement a on a.hub_id = h.id and a.axis = 'polarity'
    where a.hub_id is null
      or (a.last_revision < latest.id and (
        latest.at < now() - ${QUIET_FOR}::interval or a.computed_at < now() - ${WAITS_AT_MOST}::interval))
    order by h.id`);
  return rows.map((row) => row.hub_id);
}

/**
 * Computes anew what is too dear to be computed with every vote of a hub: how well its people agree, and its
 * representative papers. The bootstrap's seed is the hub's number, so that the same votes give the same interval.
 */
export async function refreshAgreement(db: Db, hubId: number): Promise<void> {
  await db.transaction(
    async (tx) => {
      const votes = await listCountedVotes(tx, hubId);
      const { polarity, role, roleSet, unclearShare } = hubAgreement(groupByTarget(votes), hubId);
      const { rows } = await tx.execute<{ last: number; slug: string }>(sql`
        select coalesce((select max(r.id) from vote_revision r where r.hub_id = h.id), 0) as last, h.slug
        from hub h where h.id = ${hubId}`);
      const shared = {
        hubId,
        people: new Set(votes.map((one) => one.userId)).size,
        ...unclearShare,
        lastRevision: rows[0]?.last ?? 0,
      };
      await writeAxes(tx, shared, { polarity, role, role_set: roleSet });
      await writeRepresentatives(tx, hubId);
      await announceChange(
        tx,
        rows.map((row) => `/hubs/${row.slug}`),
      );
    },
    { isolationLevel: "repeatable read" },
  );
}

/** The votes that count on targets that readers see, in a fixed order. */
async function listCountedVotes(tx: Db, hubId: number) {
  return tx
    .select({
      targetId: vote.targetId,
      userId: vote.userId,
      role: vote.role,
      furtherRoles: vote.furtherRoles,
      polarity: vote.polarity,
    })
    .from(vote)
    .innerJoin(user, and(eq(user.id, vote.userId), isNotNull(user.approvedAt)))
    .innerJoin(target, and(eq(target.hubId, vote.hubId), eq(target.id, vote.targetId)))
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
    )
    .where(
      and(
        eq(vote.hubId, hubId),
        isNull(vote.withdrawnAt),
        or(isNull(target.contextId), isNull(citationContext.hiddenReason)),
      ),
    )
    .orderBy(asc(vote.targetId), asc(vote.userId));
}

function groupByTarget<Vote extends { targetId: number }>(votes: readonly Vote[]): Vote[][] {
  const groups = new Map<number, Vote[]>();
  for (const one of votes) {
    const group = groups.get(one.targetId);
    if (group) group.push(one);
    else groups.set(one.targetId, [one]);
  }
  return [...groups.values()];
}

async function writeAxes(
  tx: Db,
  shared: { hubId: number; people: number; unclear: number; votes: number; lastRevision: number },
  axes: Record<(typeof AGREEMENT_AXES)[number], AxisAgreement>,
): Promise<void> {
  for (const [axis, figures] of Object.entries(axes) as [keyof typeof axes, AxisAgreement][]) {
    const { alpha, low, high, raw, targets, ratings } = figures;
    const row = { ...shared, alpha, low, high, raw, targets, ratings, computedAt: new Date() };
    await tx
      .insert(agreement)
      .values({ ...row, axis })
      .onConflictDoUpdate({ target: [agreement.hubId, agreement.axis], set: row });
  }
}
