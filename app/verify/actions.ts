"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { z } from "zod";
import { verifyEmail } from "@/db/commands/verify-email";
import { getEmail } from "@/db/queries/account";
import { publicAction, signedInAction } from "@/lib/action";
import { Email, Token } from "@/lib/auth/account-fields";
import { spend } from "@/lib/auth/rate-limits";
import { sendVerification } from "@/lib/auth/send-links";
import { UserError } from "@/lib/errors";

export const confirmEmail = publicAction({
  act: "sign_up",
  form: z.object({ token: Token }),
  async run({ db, input: { token }, address }) {
    await spend("sign_in", [`address:${address}`]);
    await verifyEmail(db, { token, address });
    redirect("/verify/done");
  },
});

export const askForVerification = signedInAction({
  act: "manage_own_account",
  form: z.object({ email: Email }),
  async run({ db, user, input: { email }, address }) {
    await spend("reset", [`address:${address}`, `account:${user.id}`]);
    if ((await getEmail(db, user.id)) !== null) throw new UserError("Your account has a confirmed address.");
    after(() => sendVerification(db, { userId: user.id, handle: user.handle, email }));
    return `We have sent a message to ${email}. The link in it works for 24 hours.`;
  },
});
