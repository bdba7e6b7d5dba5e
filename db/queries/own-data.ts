import { and, asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { citationContext } from "@/db/schema/citation";
import { flag } from "@/db/schema/flag";
import { hub } from "@/db/schema/hub";
import { auditLog, identity, notification, session, user } from "@/db/schema/user";
import { target, vote, voteRevision } from "@/db/schema/vote";

/** Who the person is, as far as the site knows; nothing that opens the account. */
export async function getOwnProfile(db: Db, userId: number) {
  const [row] = await db
    .select({
      handle: user.handle,
      name: user.name,
      email: user.email,
      emailVerifiedAt: user.emailVerifiedAt,
      role: user.role,
      approvedAt: user.approvedAt,
      approvedBy: user.approvedBy,
      warmedUpAt: user.warmedUpAt,
      shortcuts: user.shortcuts,
      createdAt: user.createdAt,
    })
    .from(user)
    .where(eq(user.id, userId));
  return row ?? null;
}

/** The ways to sign in that others vouch for. */
export async function listOwnIdentities(db: Db, userId: number) {
  return db
    .select({ provider: identity.provider, subject: identity.subject, createdAt: identity.createdAt })
    .from(identity)
    .where(eq(identity.userId, userId))
    .orderBy(asc(identity.createdAt));
}

/** The browsers that are signed in, without the names of their sessions. */
export async function listOwnSessions(db: Db, userId: number) {
  return db
    .select({ createdAt: session.createdAt, seenAt: session.seenAt, userAgent: session.userAgent })
    .from(session)
    .where(eq(session.userId, userId))
    .orderBy(asc(session.createdAt));
}

/** Every state that each of the person's votes ever had, also of withdrawn ones and of hubs that are not published. */
export async function listOwnRevisions(db: Db, userId: number) {
  const hand = alias(user, "hand");
  return db
    .select({
      hub: hub.slug,
      paper: target.workId,
      context: target.contextId,
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
      by: hand.handle,
      at: voteRevision.at,
    })
    .from(vote)
    .innerJoin(hub, eq(hub.id, vote.hubId))
    .innerJoin(target, and(eq(target.hubId, vote.hubId), eq(target.id, vote.targetId)))
    .innerJoin(voteRevision, and(eq(voteRevision.hubId, vote.hubId), eq(voteRevision.voteId, vote.id)))
    .innerJoin(hand, eq(hand.id, voteRevision.byUserId))
    .where(eq(vote.userId, userId))
    .orderBy(asc(vote.castAt), asc(vote.hubId), asc(vote.id), asc(voteRevision.revision));
}

/** What the person reported. */
export async function listOwnFlags(db: Db, userId: number) {
  return db
    .select({
      hub: hub.slug,
      paper: flag.workId,
      context: flag.contextId,
      kind: flag.kind,
      note: flag.note,
      createdAt: flag.createdAt,
      settledAt: flag.settledAt,
      outcome: flag.outcome,
      reason: flag.reason,
    })
    .from(flag)
    .innerJoin(hub, eq(hub.id, flag.hubId))
    .where(eq(flag.userId, userId))
    .orderBy(asc(flag.id));
}

/** The sentences that the person added by hand. */
export async function listOwnContexts(db: Db, userId: number) {
  return db
    .select({
      hub: hub.slug,
      paper: citationContext.workId,
      context: citationContext.id,
      section: citationContext.section,
      before: citationContext.before,
      text: citationContext.text,
      after: citationContext.after,
      readIn: citationContext.readIn,
    })
    .from(citationContext)
    .innerJoin(hub, eq(hub.id, citationContext.hubId))
    .where(eq(citationContext.addedBy, userId))
    .orderBy(asc(citationContext.id));
}

/** All messages to the person. */
export async function listOwnNotices(db: Db, userId: number) {
  return db
    .select({
      kind: notification.kind,
      detail: notification.detail,
      createdAt: notification.createdAt,
      readAt: notification.readAt,
    })
    .from(notification)
    .where(eq(notification.userId, userId))
    .orderBy(asc(notification.id));
}

/** What the audit log holds of the person's own acts, with the network addresses they came from. */
export async function listOwnActs(db: Db, userId: number) {
  return db
    .select({
      at: auditLog.at,
      action: auditLog.action,
      subject: auditLog.subject,
      detail: auditLog.detail,
      address: auditLog.address,
    })
    .from(auditLog)
    .where(eq(auditLog.actorId, userId))
    .orderBy(asc(auditLog.id));
}
