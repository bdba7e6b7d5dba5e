"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { changeProfile } from "@/db/commands/change-profile";
import { endShownSession } from "@/db/commands/end-shown-session";
import { markNoticesRead } from "@/db/commands/mark-notices-read";
import { removeAccount } from "@/db/commands/remove-account";
import { signedInAction } from "@/lib/action";
import { renewPassword } from "@/lib/auth/renew-password";
import { dropTicket } from "@/lib/auth/session-cookie";
import { count } from "@/lib/citation/count";

export const saveProfile = signedInAction({
  act: "manage_own_account",
  form: z.object({
    name: z.string().trim().max(100, "A name has at most 100 characters."),
    shortcuts: z.literal("on").optional(),
  }),
  run: async ({ db, user, input }) => {
    await changeProfile(db, { userId: user.id, name: input.name, shortcuts: input.shortcuts === "on" });
    return "Saved.";
  },
});

export const savePassword = signedInAction({
  act: "manage_own_account",
  form: z.object({ oldPassword: z.string().max(1000).default(""), newPassword: z.string().max(1000) }),
  run: async ({ db, user, input, address }) => {
    const ended = await renewPassword(db, { userId: user.id, sessionId: user.sessionId, address }, input);
    return `Changed. ${count(ended, "other browser was", "other browsers were")} signed out.`;
  },
});

export const signOutBrowser = signedInAction({
  act: "sign_out",
  form: z.object({ browser: z.string().regex(/^[\da-f]{24}$/) }),
  run: async ({ db, user, input }) => {
    await endShownSession(db, user.id, input.browser);
    return "That browser is signed out.";
  },
});

export const readNotices = signedInAction({
  act: "manage_own_account",
  form: z.object({
    upTo: z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  }),
  run: async ({ db, user, input }) => {
    await markNoticesRead(db, user.id, input.upTo);
    return "Marked as read.";
  },
});

export const removeOwnAccount = signedInAction({
  act: "manage_own_account",
  form: z.object({ handle: z.string().trim() }),
  run: async ({ db, user, input, address }) => {
    await removeAccount(db, { userId: user.id, handle: input.handle, address });
    await dropTicket();
    redirect("/");
  },
});
