"use server";

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
    return `The role is now: ${input.role}.`;
  },
});

/** One action both ways, so that its answer finds its form again where the page is without script. */
export const decideApproval = adminAction({
  act: "manage_people",
  form: z.object({ userId: z.coerce.number().int().positive(), to: z.enum(["approve", "withdraw"]) }),
  run: async ({ db, user, input: { userId, to }, address }) => {
    const decide = to === "approve" ? approvePerson : withdrawApproval;
    await decide(db, { userId, byUserId: user.id, address });
    return to === "approve"
      ? "Approved. The votes count from now on, the old ones too."
      : "The approval is withdrawn. The votes are kept and count no more.";
  },
});

export const decideAccess = adminAction({
  act: "manage_people",
  form: z.object({ userId: z.coerce.number().int().positive(), to: z.enum(["disable", "enable"]) }),
  run: async ({ db, user, input: { userId, to }, address }) => {
    const decide = to === "disable" ? disablePerson : enablePerson;
    await decide(db, { userId, byUserId: user.id, address });
    return to === "disable" ? "Disabled. Their next request is refused." : "Enabled. They can come in again.";
  },
});

export const revertVotes = adminAction({
  act: "manage_people",
  form: z.object({ userId: z.coerce.number().int().positive(), since: SinceDay }),
  run: async ({ db, user, input, address }) => {
    const votes = await revertVotesOf(db, { ...input, byUserId: user.id, address });
    return `Done: ${count(votes, "vote was", "votes were")} reverted.`;
  },
});
