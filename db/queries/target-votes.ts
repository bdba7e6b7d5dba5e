import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { user } from "@/db/schema/user";
import { target, vote } from "@/db/schema/vote";
import type { Polarity } from "@/lib/citation/polarity";
import type { Target } from "@/lib/citation/target-key";

type ClaimVerdict = { number: number; verdict: Polarity };

const claims = sql<ClaimVerdict[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('number', c.claim_number, 'verdict', c.verdict) order by c.claim_number), '[]')
  from vote_claim c where c.hub_id = ${vote.hubId} and c.vote_id = ${vote.id})`;

/** Whether a row of `target` is the one that is meant. */
export const isTarget = ({ hubId, workId, contextId }: Target): SQL | undefined =>
  and(
    eq(target.hubId, hubId),
    eq(target.workId, workId),
    sql`${target.contextId} is not distinct from ${contextId}::bigint`,
  );

/** A vote as everybody may see it; `counted` is false until the account is approved. Handle null: a removed account. */
const PUBLIC_VOTE = {
  handle: sql<string | null>`case when ${user.removedAt} is null then ${user.handle} end`,
  role: vote.role,
  furtherRoles: vote.furtherRoles,
  polarity: vote.polarity,
  basis: vote.basis,
  claims,
  note: vote.note,
  ownPaper: vote.ownPaper,
  counted: sql<boolean>`${user.approvedAt} is not null`,
  changedAt: vote.changedAt,
};

/** The current votes on one target, the oldest first; those that do not count yet are marked. */
export async function listTargetVotes(db: Db, of: Target) {
  return db
    .select(PUBLIC_VOTE)
    .from(target)
    .innerJoin(vote, and(eq(vote.hubId, target.hubId), eq(vote.targetId, target.id)))
    .innerJoin(user, eq(user.id, vote.userId))
    .where(and(isTarget(of), isNull(vote.withdrawnAt)))
    .orderBy(asc(vote.castAt), asc(vote.id))
    .prepare("target_votes")
    .execute();
}

/** A current vote, as readers see it. */
export type TargetVote = Awaited<ReturnType<typeof listTargetVotes>>[number];

/** The same of all targets of a citing work, whatever hub they belong to; what is hidden is left out. */
export async function listVotesOfCiter(db: Db, workId: number) {
  return db
    .select({ hubId: target.hubId, contextId: target.contextId, ...PUBLIC_VOTE })
    .from(target)
    .innerJoin(vote, and(eq(vote.hubId, target.hubId), eq(vote.targetId, target.id)))
    .innerJoin(user, eq(user.id, vote.userId))
    .where(and(ofCiter(workId), isNull(vote.withdrawnAt)))
    .orderBy(asc(target.hubId), asc(target.id), asc(vote.castAt), asc(vote.id));
}

/** What the votes on each target of a citing work give; what is hidden is left out. */
export async function listTargetLabels(db: Db, workId: number) {
  return db
    .select({
      hubId: target.hubId,
      contextId: target.contextId,
      polarityState: target.polarityState,
      polarity: target.polarity,
      basis: target.basis,
      roleState: target.roleState,
      role: target.role,
      furtherRoles: target.furtherRoles,
      votes: target.votes,
      /** Why an admin decided as the label says; null where nobody had to. */
      ruling: sql<string | null>`(
        select r.reason from ruling r
        where r.hub_id = target.hub_id and r.target_id = target.id and r.lifted_at is null
        order by r.id desc limit 1)`,
    })
    .from(target)
    .where(ofCiter(workId))
    .orderBy(asc(target.hubId), asc(target.id));
}

/** Through the index of citations by citing work, because `target` has none of its own. */
const ofCiter = (workId: number) =>
  and(
    eq(target.workId, workId),
    sql`${target.hubId} in (select c.hub_id from citation c where c.work_id = ${workId})`,
    eq(target.hidden, false),
  );

/** A person's own vote on a target, withdrawn or not, with the revision that a form must name; null: never voted. */
export async function getOwnVote(db: Db, userId: number, of: Target) {
  const [row] = await db
    .select({
      role: vote.role,
      furtherRoles: vote.furtherRoles,
      polarity: vote.polarity,
      basis: vote.basis,
      claims,
      note: vote.note,
      ownPaper: vote.ownPaper,
      revision: vote.revision,
      withdrawn: sql<boolean>`${vote.withdrawnAt} is not null`,
      changedAt: vote.changedAt,
    })
    .from(target)
    .innerJoin(vote, and(eq(vote.hubId, target.hubId), eq(vote.targetId, target.id), eq(vote.userId, userId)))
    .where(isTarget(of))
    .prepare("own_vote")
    .execute();
  return row ?? null;
}
