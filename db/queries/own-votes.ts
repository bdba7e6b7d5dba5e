import { and, desc, eq, gte, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { target, vote, voteRevision } from "@/db/schema/vote";
import { formatTargetKey, type Target } from "@/lib/citation/target-key";
import { isTarget } from "./target-votes";

const ofTarget = and(eq(target.hubId, vote.hubId), eq(target.id, vote.targetId));

/** What a person's vote on a target has said over time, the latest first; nobody else is shown these. */
export async function listOwnRevisions(db: Db, userId: number, of: Target) {
  return db
    .select({
      revision: voteRevision.revision,
      act: voteRevision.act,
      role: voteRevision.role,
      furtherRoles: voteRevision.furtherRoles,
      polarity: voteRevision.polarity,
      basis: voteRevision.basis,
      claims: voteRevision.claims,
      note: voteRevision.note,
      ownPaper: voteRevision.ownPaper,
      guidelines: voteRevision.guidelines,
      byOther: sql<boolean>`${voteRevision.byUserId} <> ${vote.userId}`,
      at: voteRevision.at,
    })
    .from(voteRevision)
    .innerJoin(vote, and(eq(vote.hubId, voteRevision.hubId), eq(vote.id, voteRevision.voteId)))
    .innerJoin(target, ofTarget)
    .where(and(isTarget(of), eq(vote.userId, userId)))
    .orderBy(desc(voteRevision.revision))
    .prepare("own_revisions")
    .execute();
}

export type OwnRevision = Awaited<ReturnType<typeof listOwnRevisions>>[number];

/** The vote that a person cast or changed last and has not withdrawn: what undoing means; null when there is none. */
export async function getLastVote(db: Db, userId: number) {
  const [row] = await db
    .select({
      hubId: target.hubId,
      workId: target.workId,
      contextId: target.contextId,
      revision: vote.revision,
    })
    .from(vote)
    .innerJoin(target, ofTarget)
    .where(and(eq(vote.userId, userId), isNull(vote.withdrawnAt)))
    .orderBy(desc(vote.changedAt))
    .limit(1)
    .prepare("last_vote")
    .execute();
  if (!row) return null;
  const { revision, ...of } = row;
  return { target: of, key: formatTargetKey(of), revision };
}

/** How many votes a person has cast or changed since midnight (UTC) and not withdrawn. */
export async function countVotesToday(db: Db, userId: number): Promise<number> {
  const [row] = await db
    .select({ votes: sql<number>`count(*)::int` })
    .from(vote)
    .where(
      and(
        eq(vote.userId, userId),
        isNull(vote.withdrawnAt),
        gte(vote.changedAt, sql`date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'`),
      ),
    )
    .prepare("votes_today")
    .execute();
  return row?.votes ?? 0;
}

/** How many targets of each hub a person has a vote on. */
export async function countVotesByHub(db: Db, userId: number) {
  return db
    .select({ hubId: vote.hubId, votes: sql<number>`count(*)::int` })
    .from(vote)
    .where(and(eq(vote.userId, userId), isNull(vote.withdrawnAt)))
    .groupBy(vote.hubId);
}
