import { z } from "zod";
import { UserError } from "@/lib/errors";
import { Handle } from "./handle";
import { passwordComplaint } from "./passwords";

/** What a form asks of somebody who makes an account. */
export const ACCOUNT_FIELDS = {
  handle: Handle,
  name: z.string().trim().max(80, "A name has at most 80 characters."),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email("This is not an e-mail address.")),
  password: z.string().max(1000),
} as const;

/** An e-mail address in a form, in small letters. */
export const Email = ACCOUNT_FIELDS.email;

/** A handle or an e-mail address in a form. */
export const Login = z.string().trim().min(1, "Please say which account.").max(254);

/** Where to go afterwards; what is not a path of ours leads to the start page. */
export const From = z.string().max(4000).default("/");

/** The secret of a link. */
export const Token = z.string().min(1).max(100);

/** Refuses a password that is too easy to guess. */
export function requireGoodPassword(account: {
  handle: string;
  name: string;
  email: string;
  password: string;
}): void {
  const complaint = passwordComplaint(account.password, [account.handle, account.name, account.email]);
  if (complaint !== null) throw new UserError(complaint);
}
