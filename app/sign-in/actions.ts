"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { z } from "zod";
import { publicAction } from "@/lib/action";
import { Email, From, Login } from "@/lib/auth/account-fields";
import { beginSession } from "@/lib/auth/begin-session";
import { canMail } from "@/lib/auth/mail";
import { ownPath } from "@/lib/auth/own-path";
import { provePassword } from "@/lib/auth/prove-password";
import { spend } from "@/lib/auth/rate-limits";
import { sendSignInLink } from "@/lib/auth/send-links";
import { UserError } from "@/lib/errors";

export const signIn = publicAction({
  act: "sign_in",
  form: z.object({ login: Login, password: z.string().max(1000), from: From }),
  async run({ db, input, address }) {
    const userId = await provePassword(db, input, (account) =>
      spend("sign_in", [`address:${address}`, `account:${account}`]),
    );
    await beginSession(userId);
    redirect(ownPath(input.from) as Route);
  },
});

export const askForSignInLink = publicAction({
  act: "sign_in",
  form: z.object({ email: Email }),
  async run({ db, input: { email }, address }) {
    if (!canMail()) throw new UserError("This site sends no e-mail. Sign in with your password.");
    await spend("reset", [`address:${address}`, `account:${email}`]);
    after(() => sendSignInLink(db, email));
    return `If an account has the address ${email}, a link is on its way to it. It works for 10 minutes.`;
  },
});
