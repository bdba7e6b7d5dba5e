import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { ruling, target, vote } from "@/db/schema/vote";
import type { Ruling } from "@/lib/citation/consensus";
import { hasEvidenceBasis } from "@/lib/citation/polarity";
import { ROLE_LABELS } from "@/lib/citation/role";
import { UserError } from "@/lib/errors";
import { recordAct } from "./audit";
import { notify } from "./notify";
import { lockCitations, relabelLocked } from "./relabel";
import { nameHub } from "./settle-flag";

interface Ruled {
  hubId: number;
  targetId: number;
  decision: Ruling;
  /** Public. */
  reason: string;
  byUserId: number;
  address: string;
}

/**
 * An admin decides a target: the decision stands above the votes, with its public reason. Everybody who voted on it
 * hears of it. An earlier decision is lifted by it.
 *
 * @throws UserError when there is no such target, or nothing is decided.
 */
export async function rule(
  db: Db,
  { hubId, targetId, decision, reason, byUserId, address }: Ruled,
): Promise<void> {
  if (decision.role === null && decision.polarity === null)
    throw new UserError("Decide the role, the polarity, or both.");
  if (decision.basis !== null && (decision.polarity === null || !hasEvidenceBasis(decision.polarity)))
    throw new UserError("Evidence goes with supporting, mixed and contrasting only.");
  await db.transaction(async (tx) => {
    const { workId, contextId } = await lockTarget(tx, hubId, targetId);
    await lift(tx, hubId, targetId);
    await tx.insert(ruling).values({
      hubId,
      targetId,
      userId: byUserId,
      role: decision.role,
      furtherRoles: [...decision.furtherRoles],
      polarity: decision.polarity,
      basis: decision.basis,
      reason,
    });
    await relabelLocked(tx, [{ hubId, workId }]);
    const { title } = await nameHub(tx, hubId);
    const voters = await tx
      .select({ userId: vote.userId })
      .from(vote)
      .where(
        and(
          eq(vote.hubId, hubId),
          eq(vote.targetId, targetId),
          isNull(vote.withdrawnAt),
          ne(vote.userId, byUserId),
        ),
      );
    const detail = { outcome: wordsOf(decision), reason, title, path: pathOf(workId, contextId) };
    await notify(
      tx,
      voters.map(({ userId }) => ({ userId, kind: "vote_adjudicated" as const, detail })),
    );
    const subject = `target:${targetId}`;
    await recordAct(tx, {
      actorId: byUserId,
      action: "target.rule",
      subject,
      detail: { ...decision, reason },
      address,
    });
  });
}

/** Takes a decision back, so that the votes count again. @throws UserError when none stands. */
export async function liftRuling(
  db: Db,
  { hubId, targetId, byUserId, address }: Omit<Ruled, "decision" | "reason">,
): Promise<void> {
  await db.transaction(async (tx) => {
    const { workId } = await lockTarget(tx, hubId, targetId);
    if (!(await lift(tx, hubId, targetId))) throw new UserError("No decision stands on this target.");
    await relabelLocked(tx, [{ hubId, workId }]);
    await recordAct(tx, { actorId: byUserId, action: "target.lift", subject: `target:${targetId}`, address });
  });
}

async function lift(tx: Db, hubId: number, targetId: number): Promise<boolean> {
  const lifted = await tx
    .update(ruling)
    .set({ liftedAt: sql`now()` })
    .where(and(eq(ruling.hubId, hubId), eq(ruling.targetId, targetId), isNull(ruling.liftedAt)))
    .returning({ id: ruling.id });
  return lifted.length > 0;
}

/** The target, whose citation is locked from here on. */
async function lockTarget(tx: Db, hubId: number, targetId: number) {
  const read = () =>
    tx
      .select({ workId: target.workId, contextId: target.contextId })
      .from(target)
      .where(and(eq(target.hubId, hubId), eq(target.id, targetId)));
  const [found] = await read();
  if (!found) throw new UserError("Nobody has voted on this, so there is nothing to decide.");
  await lockCitations(tx, [{ hubId, workId: found.workId }]);
  const [now] = await read();
  if (now?.workId !== found.workId)
    throw new UserError("Its paper was merged or taken apart just now. Open this page again.");
  return found;
}

const pathOf = (workId: number, contextId: number | null) =>
  contextId === null ? `/citers/${workId}` : `/citers/${workId}#c-${contextId}`;

const wordsOf = ({ role, polarity }: Ruling) =>
  [role === null ? null : ROLE_LABELS[role], polarity].filter((word) => word !== null).join(", ");
