import "server-only";
import type { Db } from "@/db/client";
import { changePassword } from "@/db/commands/change-password";
import { getAccount, getPasswordHash } from "@/db/queries/own-account";
import { UserError } from "@/lib/errors";
import { checkPassword, hashPassword, passwordComplaint } from "./passwords";
import { spend } from "./rate-limits";

/**
 * Gives the person who is signed in another password, once they have shown that they know the present one, and signs
 * out all their other browsers. Tells how many.
 *
 * @param wanted.oldPassword counts only where there is a password.
 * @throws UserError when the present password is wrong, the new one is not good enough, or there were too many tries.
 */
export async function renewPassword(
  db: Db,
  who: { userId: number; sessionId: string; address: string },
  wanted: { oldPassword: string; newPassword: string },
): Promise<number> {
  const account = await getAccount(db, who.userId);
  if (account === null) throw new UserError("That account was removed.");
  const { handle, name, email } = account;
  const complaint = passwordComplaint(wanted.newPassword, [handle, name, email ?? ""]);
  if (complaint !== null) throw new UserError(complaint);
  await spend("sign_in", [`address:${who.address}`, `account:${who.userId}`]);
  const oldHash = await getPasswordHash(db, who.userId);
  if (oldHash !== null && !(await checkPassword(oldHash, wanted.oldPassword)))
    throw new UserError("The present password is not right.");
  const newHash = await hashPassword(wanted.newPassword);
  return changePassword(db, { ...who, oldHash, newHash });
}
