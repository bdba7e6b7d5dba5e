"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { z } from "zod";
import { signUp } from "@/db/commands/sign-up";
import { publicAction } from "@/lib/action";
import { ACCOUNT_FIELDS, requireGoodPassword } from "@/lib/auth/account-fields";
import { hashPassword } from "@/lib/auth/passwords";
import { spend } from "@/lib/auth/rate-limits";
import { sendVerification } from "@/lib/auth/send-links";
import { readEnv } from "@/lib/env";
import { UserError } from "@/lib/errors";

export const makeAccount = publicAction({
  act: "sign_up",
  form: z.object(ACCOUNT_FIELDS),
  async run({ db, input, address }) {
    if (readEnv(process.env).SIGN_UP === "closed")
      throw new UserError("This site takes no new accounts at the moment.");
    requireGoodPassword(input);
    await spend("sign_up", [`address:${address}`]);
    const { handle, name, email, password } = input;
    const userId = await signUp(db, { handle, name, passwordHash: await hashPassword(password) });
    after(() => sendVerification(db, { userId, handle, email }));
    redirect("/sign-up/done");
  },
});
