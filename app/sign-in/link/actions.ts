"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { signInByLink } from "@/db/commands/sign-in";
import { publicAction } from "@/lib/action";
import { Token } from "@/lib/auth/account-fields";
import { beginSession } from "@/lib/auth/begin-session";
import { spend } from "@/lib/auth/rate-limits";

export const signInWithLink = publicAction({
  act: "sign_in",
  form: z.object({ token: Token }),
  async run({ db, input, address }) {
    await spend("sign_in", [`address:${address}`]);
    await beginSession(await signInByLink(db, input.token));
    redirect("/");
  },
});
