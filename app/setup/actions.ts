"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { z } from "zod";
import { setUp } from "@/db/commands/set-up";
import { publicAction } from "@/lib/action";
import { ACCOUNT_FIELDS, requireGoodPassword, Token } from "@/lib/auth/account-fields";
import { beginSession } from "@/lib/auth/begin-session";
import { hashPassword } from "@/lib/auth/passwords";
import { spend } from "@/lib/auth/rate-limits";
import { sendVerification } from "@/lib/auth/send-links";

export const becomeAdmin = publicAction({
  act: "set_up",
  form: z.object({ ...ACCOUNT_FIELDS, token: Token }),
  async run({ db, input, address }) {
    requireGoodPassword(input);
    await spend("sign_up", [`address:${address}`]);
    const { handle, name, email, token, password } = input;
    const passwordHash = await hashPassword(password);
    const userId = await setUp(db, { token, handle, name, passwordHash, address });
    await beginSession(userId);
    after(() => sendVerification(db, { userId, handle, email }));
    redirect("/");
  },
});
