"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { z } from "zod";
import { resetPassword } from "@/db/commands/reset-password";
import { getTokenHolder } from "@/db/queries/one-time-token";
import { publicAction } from "@/lib/action";
import { Login, requireGoodPassword, Token } from "@/lib/auth/account-fields";
import { hashPassword } from "@/lib/auth/passwords";
import { spend } from "@/lib/auth/rate-limits";
import { sendReset } from "@/lib/auth/send-links";

export const askForReset = publicAction({
  act: "reset_password",
  form: z.object({ login: Login }),
  async run({ db, input: { login }, address }) {
    await spend("reset", [`address:${address}`, `account:${login.toLowerCase()}`]);
    after(() => sendReset(db, login));
    return "If this account exists and has a confirmed address, a link is on its way to it. It works for 10 minutes.";
  },
});

export const choosePassword = publicAction({
  act: "reset_password",
  form: z.object({ token: Token, password: z.string().max(1000) }),
  async run({ db, input: { token, password }, address }) {
    await spend("sign_in", [`address:${address}`]);
    const holder = await getTokenHolder(db, "reset_password", token);
    requireGoodPassword({ handle: holder?.handle ?? "", name: "", email: holder?.email ?? "", password });
    await resetPassword(db, { token, passwordHash: await hashPassword(password), address });
    redirect("/reset/done");
  },
});
