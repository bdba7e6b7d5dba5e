"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { endOtherSessions, endSession } from "@/db/commands/sessions";
import { signedInAction } from "@/lib/action";
import { dropTicket } from "@/lib/auth/session-cookie";

export const signOut = signedInAction({
  act: "sign_out",
  form: z.object({}),
  async run({ db, user }) {
    await endSession(db, user.id, user.sessionId);
    await dropTicket();
    redirect("/sign-out");
  },
});

export const signOutEverywhere = signedInAction({
  act: "sign_out",
  form: z.object({}),
  async run({ db, user }) {
    await endOtherSessions(db, user.id, null);
    await dropTicket();
    redirect("/sign-out");
  },
});
