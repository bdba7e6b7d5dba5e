import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { user } from "@/db/schema/user";
import { UserError } from "@/lib/errors";
import { recordAct } from "./audit";
import { spendToken } from "./one-time-tokens";
import { recountVotesOf } from "./recount-votes";

/** What is said of a link that does not work; it does not tell why, nor whose it was. */
export const linkOver = () =>
  new UserError("This link has been used or has run out. Please ask for a new one.");

/**
 * Gives an account the e-mail address that its secret was sent to, and approves it with all votes it has cast; not when
 * an admin withdrew its approval, which leaves the mark of an admin.
 *
 * @returns the handle.
 * @throws UserError when the secret does not work, or another account was quicker to prove the address.
 */
export async function verifyEmail(
  db: Db,
  { token, address }: { token: string; address: string },
): Promise<string> {
  return db.transaction(async (tx) => {
    const spent = await spendToken(tx, "verify_email", token);
    if (!spent?.userId || !spent.email) throw linkOver();
    const { userId, email } = spent;
    const [holder] = await tx.select({ id: user.id }).from(user).where(eq(user.email, email));
    if (holder && holder.id !== userId)
      throw new UserError("This e-mail address belongs to another account by now. Sign in to that one.");
    const [verified] = await tx
      .update(user)
      .set({
        email,
        emailVerifiedAt: sql`now()`,
        approvedAt: sql`case when ${user.approvedBy} is null then now() else ${user.approvedAt} end`,
        approvedBy: sql`coalesce(${user.approvedBy}, 'email')`,
      })
      .where(eq(user.id, userId))
      .returning({ handle: user.handle });
    if (!verified) throw linkOver();
    await recountVotesOf(tx, userId);
    await recordAct(tx, { actorId: userId, action: "user.verify_email", subject: `user:${userId}`, address });
    return verified.handle;
  });
}
