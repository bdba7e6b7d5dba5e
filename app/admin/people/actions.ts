"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { approvePerson, withdrawApproval } from "@/db/commands/approve-person";
import { disablePerson, enablePerson } from "@/db/commands/disable-person";
import { revertVotesOf } from "@/db/commands/revert-votes";
import { setRole } from "@/db/commands/set-role";
import { ROLES_BY_POWER } from "@/db/queries/people";
import { adminAction } from "@/lib/action";
import { count } from "@/lib/citation/count";
import { SinceDay } from "./[handle]/revert/search-params";

export const giveRole = adminAction({
  act: "manage_people",
  form: z.object({ userId: z.coerce.number().int().positive(), role: z.enum(ROLES_BY_POWER) }),
  run: async ({ db, user, input, address }) => {
    await setRole(db, { ...input, byUserId: user.id, address });
    refresh();
    return `The role is now: ${input.role}.`;
  },
});

export const approve = adminAction({
  act: "manage_people",
  form: z.object({ userId: z.coerce.number().int().positive() }),
  run: async ({ db, user, input, address }) => {
    await approvePerson(db, { ...input, byUserId: user.id, address });
    refresh();
    return "Approved. The votes count from now on, the old ones too.";
  },
});

export const disapprove = adminAction({
  act: "manage_people",
  form: z.object({ userId: z.coerce.number().int().positive() }),
  run: async ({ db, user, input, address }) => {
    await withdrawApproval(db, { ...input, byUserId: user.id, address });
    refresh();
    return "The approval is withdrawn. The votes are kept and count no more.";
  },
});

export const disable = adminAction({
  act: "manage_people",
  form: z.object({ userId: z.coerce.number().int().positive() }),
  run: async ({ db, user, input, address }) => {
    await disablePerson(db, { ...input, byUserId: user.id, address });
    refresh();
    return "Disabled. Their next request is refused.";
  },
});

export const enable = adminAction({
  act: "manage_people",
  form: z.object({ userId: z.coerce.number().int().positive() }),
  run: async ({ db, user, input, address }) => {
    await enablePerson(db, { ...input, byUserId: user.id, address });
    refresh();
    return "Enabled. They can sign in again.";
  },
});

export const revertVotes = adminAction({
  act: "manage_people",
  form: z.object({ userId: z.coerce.number().int().positive(), since: SinceDay }),
  run: async ({ db, user, input, address }) => {
    const votes = await revertVotesOf(db, { ...input, byUserId: user.id, address });
    refresh();
    return `Done: ${count(votes, "vote was", "votes were")} reverted.`;
  },
});
