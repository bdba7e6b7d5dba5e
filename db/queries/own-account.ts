import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { notification, session, user } from "@/db/schema/user";
import { SESSION_AT_MOST, SESSION_IDLE } from "./session";

/** A person's account as they themselves see it; null where it is gone. */
export async function getAccount(db: Db, userId: number) {
  const [row] = await db
    .select({
      handle: user.handle,
      name: user.name,
      email: user.email,
      emailVerifiedAt: user.emailVerifiedAt,
      hasPassword: sql<boolean>`${user.passwordHash} is not null`,
      role: user.role,
      approvedAt: user.approvedAt,
      approvedBy: user.approvedBy,
      shortcuts: user.shortcuts,
      createdAt: user.createdAt,
      providers: sql<
        string[]
      >`array(select i.provider from identity i where i.user_id = "user".id order by 1)`,
    })
    .from(user)
    .where(and(eq(user.id, userId), isNull(user.removedAt)));
  return row ?? null;
}

export type Account = NonNullable<Awaited<ReturnType<typeof getAccount>>>;

/** The digest of a person's password, to compare with; null where they have none. */
export async function getPasswordHash(db: Db, userId: number): Promise<string | null> {
  const [row] = await db.select({ hash: user.passwordHash }).from(user).where(eq(user.id, userId));
  return row?.hash ?? null;
}

/**
 * What a session is called where it is shown: a digest, because its own name is half of what the cookie holds.
 */
export const SESSION_KEY = sql<string>`encode(substring(sha256(convert_to(${session.id}, 'UTF8')) for 12), 'hex')`;

/** The browsers in which a person is signed in: the one that asks first, then the latest. */
export async function listSessions(db: Db, userId: number, currentId: string) {
  const isCurrent = sql<boolean>`${session.id} = ${currentId}`;
  return db
    .select({
      key: SESSION_KEY,
      createdAt: session.createdAt,
      seenAt: session.seenAt,
      userAgent: session.userAgent,
      isCurrent,
    })
    .from(session)
    .where(
      and(
        eq(session.userId, userId),
        gt(session.seenAt, sql`now() - ${SESSION_IDLE}::interval`),
        gt(session.createdAt, sql`now() - ${SESSION_AT_MOST}::interval`),
      ),
    )
    .orderBy(desc(isCurrent), desc(session.seenAt));
}

const NOTICES_SHOWN = 50;

/** The latest notices of a person: those they have not read first. */
export async function listNotices(db: Db, userId: number) {
  return db
    .select({
      id: notification.id,
      kind: notification.kind,
      detail: notification.detail,
      createdAt: notification.createdAt,
      readAt: notification.readAt,
    })
    .from(notification)
    .where(eq(notification.userId, userId))
    .orderBy(sql`${notification.readAt} is not null`, desc(notification.id))
    .limit(NOTICES_SHOWN);
}

export type Notice = Awaited<ReturnType<typeof listNotices>>[number];
