import "server-only";
import type { Db } from "@/db/client";
import { accountDisabled } from "@/db/commands/sign-in";
import { getSignInAccount } from "@/db/queries/account";
import { UserError } from "@/lib/errors";
import { checkPassword } from "./passwords";

/** Spends one attempt; the name of the account is its id, or what was typed where there is none. */
export type SpendAttempt = (account: string) => Promise<void>;

/**
 * The account of somebody who knows its password. For an account that does not exist the answer is the same, after the
 * same time, as for a wrong password.
 *
 * @param login the handle or the e-mail address.
 * @returns the id of the account.
 * @throws UserError when either is wrong, the account is disabled, or there were too many attempts.
 */
export async function provePassword(
  db: Db,
  { login, password }: { login: string; password: string },
  spendAttempt: SpendAttempt,
): Promise<number> {
  const account = await getSignInAccount(db, login);
  await spendAttempt(account ? String(account.id) : login.trim().toLowerCase());
  const right = await checkPassword(account?.passwordHash ?? null, password);
  if (!account || !right) throw new UserError("The name or the password is wrong.");
  if (account.disabled) throw accountDisabled();
  return account.id;
}
