import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation } from "@/db/schema/citation";
import { user } from "@/db/schema/user";
import { citationClaim, ruling, target, vote, voteClaim } from "@/db/schema/vote";

/** What people say of a citing work: each of its targets that has a vote or a decision, with all of its votes. */
export async function listLabelledTargets(db: Db, workId: number) {
  const targets = await db
    .select({
      id: target.id,
      hubId: target.hubId,
      workId: target.workId,
      contextId: target.contextId,
      polarityState: target.polarityState,
      polarity: target.polarity,
      basis: target.basis,
      roleState: target.roleState,
      role: target.role,
      furtherRoles: target.furtherRoles,
    })
    .from(citation)
    .innerJoin(target, and(eq(target.hubId, citation.hubId), eq(target.workId, citation.workId)))
    .where(and(eq(citation.workId, workId), isNull(citation.hiddenReason), eq(target.hidden, false)));
  if (targets.length === 0) return [];
  const keys = inKeys(targets);
  const votes = await listVotes(db, keys);
  const rulings = await listRulings(db, keys);
  return targets.map((one) => {
    const isOf = (other: { hubId: number; targetId: number }) =>
      other.hubId === one.hubId && other.targetId === one.id;
    return { ...one, votes: votes.filter(isOf), ruling: rulings.find(isOf) ?? null };
  });
}

export type LabelledTarget = Awaited<ReturnType<typeof listLabelledTargets>>[number];
export type PublicVote = LabelledTarget["votes"][number];

type Keys = { hubIds: number[]; targetIds: number[] };

/** Target ids are unique in the whole table; the hubs are named for the sake of the keys that begin with them. */
const inKeys = (targets: readonly { hubId: number; id: number }[]): Keys => ({
  hubIds: [...new Set(targets.map(({ hubId }) => hubId))],
  targetIds: targets.map(({ id }) => id),
});

async function listVotes(db: Db, { hubIds, targetIds }: Keys) {
  const rows = await db
    .select({
      id: vote.id,
      hubId: vote.hubId,
      targetId: vote.targetId,
      /** Null: the account was removed. */
      handle: sql<string | null>`case when ${user.removedAt} is null then ${user.handle} end`,
      name: sql<string>`case when ${user.removedAt} is null then ${user.name} else '' end`,
      /** Whether the account was approved, so that the vote is part of the label. */
      counts: sql<boolean>`${user.approvedAt} is not null`,
      role: vote.role,
      furtherRoles: vote.furtherRoles,
      polarity: vote.polarity,
      basis: vote.basis,
      note: vote.note,
      ownPaper: vote.ownPaper,
      changedAt: vote.changedAt,
    })
    .from(vote)
    .innerJoin(user, eq(user.id, vote.userId))
    .where(and(inArray(vote.hubId, hubIds), inArray(vote.targetId, targetIds), isNull(vote.withdrawnAt)))
    .orderBy(asc(vote.id));
  if (rows.length === 0) return [];
  const claims = await db
    .select({ voteId: voteClaim.voteId, number: voteClaim.claimNumber, verdict: voteClaim.verdict })
    .from(voteClaim)
    .where(
      and(
        inArray(voteClaim.hubId, hubIds),
        inArray(
          voteClaim.voteId,
          rows.map((row) => row.id),
        ),
      ),
    )
    .orderBy(asc(voteClaim.claimNumber));
  return rows.map((row) => ({
    ...row,
    claims: claims
      .filter(({ voteId }) => voteId === row.id)
      .map(({ number, verdict }) => ({ number, verdict })),
  }));
}

async function listRulings(db: Db, { hubIds, targetIds }: Keys) {
  return db
    .select({
      hubId: ruling.hubId,
      targetId: ruling.targetId,
      handle: sql<string | null>`case when ${user.removedAt} is null then ${user.handle} end`,
      reason: ruling.reason,
      at: ruling.at,
    })
    .from(ruling)
    .innerJoin(user, eq(user.id, ruling.userId))
    .where(and(inArray(ruling.hubId, hubIds), inArray(ruling.targetId, targetIds), isNull(ruling.liftedAt)))
    .orderBy(desc(ruling.id));
}

/** The verdicts of a citing work on the claims of the hubs that it cites. */
export async function listVerdicts(db: Db, workId: number) {
  return db
    .select({
      hubId: citationClaim.hubId,
      number: citationClaim.claimNumber,
      verdict: citationClaim.verdict,
      strength: citationClaim.strength,
    })
    .from(citation)
    .innerJoin(
      citationClaim,
      and(eq(citationClaim.hubId, citation.hubId), eq(citationClaim.workId, citation.workId)),
    )
    .where(eq(citation.workId, workId))
    .orderBy(asc(citationClaim.hubId), asc(citationClaim.claimNumber));
}
