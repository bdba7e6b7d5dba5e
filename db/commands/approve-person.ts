import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { user } from "@/db/schema/user";
import { UserError } from "@/lib/errors";
import { recordAct } from "./audit";
import { type ActOnPerson, lockPerson } from "./lock-person";
import { recountVotesOf } from "./recount-votes";

/**
 * Makes a person's votes count, those they have cast and those to come.
 *
 * @throws UserError when they count already.
 */
export async function approvePerson(db: Db, { userId, byUserId, address }: ActOnPerson): Promise<void> {
  await db.transaction(async (tx) => {
    const person = await lockPerson(tx, userId);
    if (person.approvedAt !== null) throw new UserError("The account is approved already.");
    await tx.update(user).set({ approvedAt: sql`now()`, approvedBy: "admin" }).where(eq(user.id, userId));
    await recountVotesOf(tx, userId);
    await recordAct(tx, { actorId: byUserId, action: "user.approve", subject: `user:${userId}`, address });
  });
}

/**
 * Makes a person's votes count no more; they are kept. Only an admin can approve the account again: it keeps the mark
 * of an admin, and neither a verified e-mail nor a sign-in approves an account that has one.
 *
 * @throws UserError when they do not count.
 */
export async function withdrawApproval(db: Db, { userId, byUserId, address }: ActOnPerson): Promise<void> {
  await db.transaction(async (tx) => {
    const person = await lockPerson(tx, userId);
    if (person.approvedAt === null) throw new UserError("The account is not approved.");
    await tx.update(user).set({ approvedAt: null, approvedBy: "admin" }).where(eq(user.id, userId));
    await recountVotesOf(tx, userId);
    await recordAct(tx, {
      actorId: byUserId,
      action: "user.withdraw_approval",
      subject: `user:${userId}`,
      address,
    });
  });
}
