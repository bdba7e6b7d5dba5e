import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { SESSION_KEY } from "@/db/queries/own-account";
import { session } from "@/db/schema/user";
import { UserError } from "@/lib/errors";

/**
 * Signs one of a person's browsers out.
 *
 * @param key what the session is called where it is shown.
 * @throws UserError when the person has no such session (any more).
 */
export async function endShownSession(db: Db, userId: number, key: string): Promise<void> {
  const ended = await db
    .delete(session)
    .where(and(eq(session.userId, userId), eq(SESSION_KEY, key)))
    .returning({ userId: session.userId });
  if (ended.length === 0) throw new UserError("That browser was already signed out.");
}
