import "server-only";
import type { Db } from "@/db/client";
import { issueToken } from "@/db/commands/one-time-tokens";
import { claimEmail } from "@/db/commands/sign-up";
import { getSignInAccount } from "@/db/queries/account";
import { readEnv } from "@/lib/env";
import { addressTakenLetter, resetLetter, signInLetter, verificationLetter } from "./letters";
import { sendMail } from "./mail";

// Pages send these after they have answered, so that neither words nor time tell whether an account exists.

/** Sends a link that proves an e-mail address; to an address that is taken, a word that it is. */
export async function sendVerification(
  db: Db,
  { userId, handle, email }: { userId: number; handle: string; email: string },
): Promise<void> {
  const claim = await claimEmail(db, { userId, email });
  await sendMail(
    "token" in claim
      ? verificationLetter(email, handle, link("/verify", claim.token))
      : addressTakenLetter(email, claim.takenBy, site()),
  );
}

/** Sends a link for a new password to the address of an account; nothing when there is no account or no address. */
export async function sendReset(db: Db, login: string): Promise<void> {
  const account = await getSignInAccount(db, login);
  if (!account?.email || account.disabled) return;
  const token = await issueToken(db, { purpose: "reset_password", userId: account.id });
  await sendMail(resetLetter(account.email, account.handle, link("/reset", token)));
}

/** Sends a link that signs in; nothing when there is no account or no address. */
export async function sendSignInLink(db: Db, login: string): Promise<void> {
  const account = await getSignInAccount(db, login);
  if (!account?.email || account.disabled) return;
  const token = await issueToken(db, { purpose: "sign_in", userId: account.id });
  await sendMail(signInLetter(account.email, account.handle, link("/sign-in/link", token)));
}

const site = () => readEnv(process.env).SITE_URL ?? "http://localhost:3000";
const link = (path: string, token: string) => `${site()}${path}?token=${token}`;
