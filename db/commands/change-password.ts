import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { user } from "@/db/schema/user";
import { UserError } from "@/lib/errors";
import { recordAct } from "./audit";
import { endOtherSessions } from "./sessions";

/**
 * Gives a person another password and ends all their other sessions. Tells how many.
 *
 * @param oldHash the digest that the old password was compared with; null where there was none.
 * @throws UserError when the password was changed meanwhile.
 */
export async function changePassword(
  db: Db,
  change: { userId: number; oldHash: string | null; newHash: string; sessionId: string; address: string },
): Promise<number> {
  const { userId, oldHash, newHash, sessionId, address } = change;
  return db.transaction(async (tx) => {
    const changed = await tx
      .update(user)
      .set({ passwordHash: newHash })
      .where(and(eq(user.id, userId), sql`${user.passwordHash} is not distinct from ${oldHash}`))
      .returning({ id: user.id });
    if (changed.length === 0)
      throw new UserError("Your password was changed in another window meanwhile. Please try again.");
    await recordAct(tx, {
      actorId: userId,
      action: "user.change_password",
      subject: `user:${userId}`,
      address,
    });
    return endOtherSessions(tx, userId, sessionId);
  });
}
