import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { user } from "@/db/schema/user";
import { addAccount, handleTaken } from "./add-account";
import { issueToken } from "./one-time-tokens";

/** Makes an account. It has no e-mail address before the address is verified, so nobody can hold somebody else's. */
export async function signUp(
  db: Db,
  account: { handle: string; name: string; passwordHash: string },
): Promise<number> {
  const id = await addAccount(db, account);
  if (id === null) throw handleTaken(account.handle);
  return id;
}

/**
 * What to send to the address that somebody gave for an account: a secret that proves it, or the handle of the account
 * that has the address already.
 */
export async function claimEmail(
  db: Db,
  { userId, email }: { userId: number; email: string },
): Promise<{ token: string } | { takenBy: string }> {
  const [holder] = await db.select({ handle: user.handle }).from(user).where(eq(user.email, email));
  if (holder) return { takenBy: holder.handle };
  return { token: await issueToken(db, { purpose: "verify_email", userId, email }) };
}
