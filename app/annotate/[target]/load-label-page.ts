import "server-only";
import { randomUUID } from "node:crypto";
import { cache } from "react";
import { renewTurn } from "@/db/commands/turns";
import { getDistribution } from "@/db/queries/distribution";
import { listClaims } from "@/db/queries/hub";
import { findTarget, getLabelTarget } from "@/db/queries/label-target";
import { countVotesToday, getLastVote, listOwnRevisions } from "@/db/queries/own-votes";
import { listQueueProgress } from "@/db/queries/queue";
import { getRemainingTarget } from "@/db/queries/remaining-work";
import { getOwnVote } from "@/db/queries/target-votes";
import { formatTargetKey, parseTargetKey, type TargetKey } from "@/lib/citation/target-key";
import { database } from "@/lib/database";

/** What an address asks to be labelled, read once a request; null when there is nothing for readers. */
export const loadLabelTarget = cache(async (text: string) => {
  const key = parseTargetKey(text);
  return key === null ? null : getLabelTarget(database(), key);
});

/** The key of what stands for a target whose paper was merged; null when it was not. */
export async function findRemainingKey(text: string): Promise<string | null> {
  const key = parseTargetKey(text);
  const remaining = key === null ? null : await getRemainingTarget(database(), key);
  return remaining === null ? null : formatTargetKey(remaining);
}

const NO_QUEUE = { sentences: 0, papers: 0, enough: 0 };

type Target = NonNullable<Awaited<ReturnType<typeof loadLabelTarget>>>;

/**
 * All that the page shows one person of a target. What others made of it is read once the person has a current vote on
 * it, and not before.
 */
export async function loadLabelPage(
  userId: number,
  { target, key, hub }: Target,
  lastKey: string | undefined,
) {
  const db = database();
  const revisions = await listOwnRevisions(db, userId, target);
  const current = revisions[0];
  const hasVoted = current !== undefined && current.act !== "withdraw";
  if (!hasVoted) await renewTurn(db, userId, target);
  const [distribution, last, claims, progress, today, undo] = await Promise.all([
    hasVoted ? getDistribution(db, target) : null,
    lastKey === key ? null : loadLast(userId, parseTargetKey(lastKey ?? "")),
    listClaims(db, hub.id),
    listQueueProgress(db, [hub.id]),
    countVotesToday(db, userId),
    getLastVote(db, userId),
  ]);
  return {
    revisions,
    current,
    hasVoted,
    distribution,
    last,
    claims,
    progress: progress.get(hub.id) ?? NO_QUEUE,
    today,
    undo: undo && { key: undo.key, revision: undo.revision, submission: randomUUID() },
    submission: randomUUID(),
    withdrawal: randomUUID(),
  };
}

/** The votes on the target before, for whoever has a vote of their own among them. */
async function loadLast(userId: number, key: TargetKey | null) {
  const db = database();
  const target = key === null ? null : await findTarget(db, key);
  if (target === null) return null;
  const own = await getOwnVote(db, userId, target);
  if (own === null || own.withdrawn) return null;
  const distribution = await getDistribution(db, target);
  return distribution && { key: formatTargetKey(target), own, distribution };
}

export type LabelPageData = Awaited<ReturnType<typeof loadLabelPage>>;
export type LastLabelled = NonNullable<LabelPageData["last"]>;
