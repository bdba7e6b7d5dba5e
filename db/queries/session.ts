import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { session, user } from "@/db/schema/user";

/** How long a session lasts without a visit, and at most. */
export const SESSION_IDLE = "14 days";
export const SESSION_AT_MOST = "90 days";

/** The person behind a session, as it stands now; null when the session has ended or the account is gone. */
export async function getSessionUser(db: Db, sessionId: string, userId: number) {
  const [row] = await db
    .select({
      id: user.id,
      handle: user.handle,
      name: user.name,
      role: user.role,
      approved: sql<boolean>`${user.approvedAt} is not null`,
      disabled: sql<boolean>`${user.disabledAt} is not null`,
      warmedUp: sql<boolean>`${user.warmedUpAt} is not null`,
      shortcuts: user.shortcuts,
      sessionId: session.id,
      /** Whether the visit should be noted again. */
      stale: sql<boolean>`${session.seenAt} < now() - interval '5 minutes'`,
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(
      and(
        eq(session.id, sessionId),
        eq(session.userId, userId),
        isNull(user.removedAt),
        gt(session.seenAt, sql`now() - ${SESSION_IDLE}::interval`),
        gt(session.createdAt, sql`now() - ${SESSION_AT_MOST}::interval`),
      ),
    )
    .prepare("session_user")
    .execute();
  return row ?? null;
}
