import { randomBytes } from "node:crypto";
import { and, eq, lt, ne, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { SESSION_AT_MOST, SESSION_IDLE } from "@/db/queries/session";
import { session } from "@/db/schema/user";

const ID_BYTES = 16;
const USER_AGENT_LENGTH = 200;

/**
 * Signs a browser in: always a new session with a name of its own, whatever the browser carried before. Sessions of
 * the person that have run out are swept on the way.
 *
 * @param userAgent what the browser calls itself.
 * @returns the name of the session, for the cookie.
 */
export async function startSession(
  db: Db,
  { userId, userAgent }: { userId: number; userAgent: string },
): Promise<string> {
  await db
    .delete(session)
    .where(
      and(
        eq(session.userId, userId),
        or(
          lt(session.seenAt, sql`now() - ${SESSION_IDLE}::interval`),
          lt(session.createdAt, sql`now() - ${SESSION_AT_MOST}::interval`),
        ),
      ),
    );
  const id = randomBytes(ID_BYTES).toString("base64url");
  await db.insert(session).values({ id, userId, userAgent: userAgent.slice(0, USER_AGENT_LENGTH) });
  return id;
}

/** Ends one session of a person; a session of somebody else stays. Tells whether there was one. */
export async function endSession(db: Db, userId: number, sessionId: string): Promise<boolean> {
  const ended = await db
    .delete(session)
    .where(and(eq(session.id, sessionId), eq(session.userId, userId)))
    .returning({ id: session.id });
  return ended.length > 0;
}

/** Ends every session of a person but the one to keep; with null, all of them. Tells how many. */
export async function endOtherSessions(
  db: Db,
  userId: number,
  keepSessionId: string | null,
): Promise<number> {
  const ended = await db
    .delete(session)
    .where(
      and(eq(session.userId, userId), keepSessionId === null ? undefined : ne(session.id, keepSessionId)),
    )
    .returning({ id: session.id });
  return ended.length;
}

/** Notes that a session was just used, which keeps it from running out. */
export async function noteVisit(db: Db, sessionId: string): Promise<void> {
  await db.update(session).set({ seenAt: sql`now()` }).where(eq(session.id, sessionId));
}
