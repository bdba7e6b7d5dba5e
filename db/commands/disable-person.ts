import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { user } from "@/db/schema/user";
import { UserError } from "@/lib/errors";
import { recordAct } from "./audit";
import { keepAnAdmin } from "./keep-an-admin";
import { type ActOnPerson, lockPerson } from "./lock-person";

/**
 * Shuts a person out from their next request on. Sessions stay, so that the person is told why; votes stay until they
 * are reverted.
 *
 * @throws UserError when it is the admin's own account, that of the only admin, or disabled already.
 */
export async function disablePerson(db: Db, { userId, byUserId, address }: ActOnPerson): Promise<void> {
  if (userId === byUserId) throw new UserError("You cannot disable your own account. Another admin can.");
  await db.transaction(async (tx) => {
    await keepAnAdmin(tx, userId);
    const person = await lockPerson(tx, userId);
    if (person.disabledAt !== null) throw new UserError("The account is disabled already.");
    await tx.update(user).set({ disabledAt: sql`now()` }).where(eq(user.id, userId));
    await recordAct(tx, { actorId: byUserId, action: "user.disable", subject: `user:${userId}`, address });
  });
}

/**
 * Lets a disabled person in again.
 *
 * @throws UserError when the account is not disabled.
 */
export async function enablePerson(db: Db, { userId, byUserId, address }: ActOnPerson): Promise<void> {
  await db.transaction(async (tx) => {
    const person = await lockPerson(tx, userId);
    if (person.disabledAt === null) throw new UserError("The account is not disabled.");
    await tx.update(user).set({ disabledAt: null }).where(eq(user.id, userId));
    await recordAct(tx, { actorId: byUserId, action: "user.enable", subject: `user:${userId}`, address });
  });
}
