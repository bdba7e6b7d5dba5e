import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { user } from "@/db/schema/user";
import { recordAct } from "./audit";
import { spendToken } from "./one-time-tokens";
import { endOtherSessions } from "./sessions";
import { linkOver } from "./verify-email";

/**
 * Gives the account that a secret was sent to a new password, and signs it out everywhere.
 *
 * @throws UserError when the secret does not work.
 */
export async function resetPassword(
  db: Db,
  { token, passwordHash, address }: { token: string; passwordHash: string; address: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const spent = await spendToken(tx, "reset_password", token);
    if (!spent?.userId) throw linkOver();
    const { userId } = spent;
    const changed = await tx
      .update(user)
      .set({ passwordHash })
      .where(and(eq(user.id, userId), isNull(user.removedAt)))
      .returning({ id: user.id });
    if (changed.length === 0) throw linkOver();
    await endOtherSessions(tx, userId, null);
    await recordAct(tx, {
      actorId: userId,
      action: "user.reset_password",
      subject: `user:${userId}`,
      address,
    });
  });
}
