"use server";

import { z } from "zod";
import { hide, restore } from "@/db/commands/hide";
import { liftRuling, rule } from "@/db/commands/rule";
import { settleFlag } from "@/db/commands/settle-flag";
import { adminAction } from "@/lib/action";
import { FLAG_OUTCOMES } from "@/lib/citation/flag-kind";
import { EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";

const number = z.coerce.number().int().positive();
const reason = z.string().trim().max(2000, "At most 2,000 characters.");
const givenReason = reason.min(3, "Give a reason; it is public.");

/** A choice that may be left to the votes, which a form sends as the empty string. */
const orVotes = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.enum(["", ...values]).transform((value) => (value === "" ? null : (value as Value)));

export const decide = adminAction({
  act: "adjudicate",
  form: z.object({
    hubId: number,
    targetId: number,
    role: orVotes(ROLES),
    furtherRoles: z.array(z.enum(ROLES)),
    polarity: orVotes(POLARITIES),
    basis: orVotes(EVIDENCE_BASES),
    reason: givenReason,
  }),
  run: async ({ db, user, input, address }) => {
    const { hubId, targetId, role, polarity, basis, reason } = input;
    const furtherRoles = role === null ? [] : input.furtherRoles.filter((one) => one !== role);
    const decision = { role, furtherRoles, polarity, basis };
    await rule(db, { hubId, targetId, decision, reason, byUserId: user.id, address });
    return "Decided. The public pages show it, and everybody who voted on it has a notice.";
  },
});

export const liftDecision = adminAction({
  act: "adjudicate",
  form: z.object({ hubId: number, targetId: number }),
  run: async ({ db, user, input, address }) => {
    await liftRuling(db, { ...input, byUserId: user.id, address });
    return "Lifted. The votes count again.";
  },
});

export const settleReport = adminAction({
  act: "settle_flag",
  form: z.object({
    hubId: number,
    flagId: number,
    outcome: z.enum(FLAG_OUTCOMES, "Choose whether the report is right."),
    hiding: z.literal("on").optional(),
    reason,
  }),
  run: async ({ db, user, input: { hiding, ...settled }, address }) => {
    await settleFlag(db, { ...settled, hiding: hiding === "on", byUserId: user.id, address });
    return "Settled.";
  },
});

const hideable = { hubId: number, workId: number, contextId: number.optional() };

export const hideFromReaders = adminAction({
  act: "hide",
  form: z.object({ ...hideable, reason: givenReason }),
  run: async ({ db, user, input: { hubId, workId, contextId = null, reason }, address }) => {
    await hide(db, { hubId, workId, contextId, reason, byUserId: user.id, address });
    return "Hidden. It can be restored below.";
  },
});

export const showToReaders = adminAction({
  act: "hide",
  form: z.object(hideable),
  run: async ({ db, user, input: { hubId, workId, contextId = null }, address }) => {
    await restore(db, { hubId, workId, contextId, byUserId: user.id, address });
    return "Restored.";
  },
});
