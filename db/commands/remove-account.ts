import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { identity, notification, oneTimeToken, session, user } from "@/db/schema/user";
import { turn } from "@/db/schema/vote";
import { UserError } from "@/lib/errors";
import { announceChange } from "./announce-change";
import { recordAct } from "./audit";
import { keepAnAdmin } from "./keep-an-admin";

/**
 * Removes an account for good: who it was, every way to sign in and every message to it. Its votes, reports and
 * sentences stay under "removed account", and count if they counted before.
 *
 * @param handle what the person typed to confirm.
 * @throws UserError when that is not their handle, or they are the only admin.
 */
export async function removeAccount(
  db: Db,
  { userId, handle, address }: { userId: number; handle: string; address: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    await keepAnAdmin(tx, userId);
    const { email } = await lockOwn(tx, userId, handle);
    await tx
      .update(user)
      .set({
        handle: `removed-${userId}`,
        name: "",
        email: null,
        emailVerifiedAt: null,
        passwordHash: null,
        role: "reader",
        warmedUpAt: null,
        shortcuts: true,
        removedAt: sql`now()`,
      })
      .where(eq(user.id, userId));
    for (const personal of [session, identity, oneTimeToken, notification, turn])
      await tx.delete(personal).where(eq(personal.userId, userId));
    if (email !== null) await tx.delete(oneTimeToken).where(eq(oneTimeToken.email, email));
    await recordAct(tx, { actorId: userId, action: "user.remove", subject: `user:${userId}`, address });
    // Any page of a citer may name the person as a voter.
    await announceChange(tx);
  });
}

async function lockOwn(tx: Db, userId: number, handle: string) {
  const [person] = await tx
    .select({ handle: user.handle, email: user.email })
    .from(user)
    .where(eq(user.id, userId))
    .for("update");
  if (person?.handle !== handle)
    throw new UserError("That is not your handle. Type it as it stands above to remove the account.");
  return person;
}
