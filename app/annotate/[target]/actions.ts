"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { castVote } from "@/db/commands/cast-vote";
import { changeProfile } from "@/db/commands/change-profile";
import { endTurn, skipTurn } from "@/db/commands/turns";
import { undoVote } from "@/db/commands/undo-vote";
import { withdrawVote } from "@/db/commands/withdraw-vote";
import { signedInAction } from "@/lib/action";
import { spend } from "@/lib/auth/rate-limits";
import { GUIDELINES_VERSION } from "@/lib/citation/guidelines";
import { formatTargetKey } from "@/lib/citation/target-key";
import { takeNextPath } from "../next-target";
import { labelPath, returnPath } from "../search-params";
import { explainConflict } from "./explain-conflict";
import { getTargetOf } from "./get-target-of";
import { ballotOf, keyField, REQUEST_FIELDS, submissionOf, VoteForm } from "./vote-form";

export const saveVote = signedInAction({
  act: "vote",
  form: VoteForm,
  run: async ({ db, user, input }) => {
    await spend("vote", [`account:${user.id}`]);
    const target = await getTargetOf(db, user, input.target);
    const vote = { ballot: ballotOf(input), note: input.note, ownPaper: input.own_paper === "on" };
    await castVote(db, {
      userId: user.id,
      target,
      ...vote,
      guidelines: GUIDELINES_VERSION,
      revision: input.revision,
      submission: submissionOf(input.submission, vote),
    }).catch(explainConflict);
    const back = returnPath(input.from);
    const last = formatTargetKey(target);
    if (back === undefined) redirect(await takeNextPath(db, user.id, { hubId: target.hubId, last }));
    await endTurn(db, user.id, target);
    revalidatePath(back.replace(/[?#].*/, ""));
    redirect(back as Route);
  },
});

export const undoLastVote = signedInAction({
  act: "withdraw_vote",
  form: z.object(REQUEST_FIELDS),
  run: async ({ db, user, input: { target: key, revision, submission, from } }) => {
    const target = await getTargetOf(db, user, key);
    await undoVote(db, { userId: user.id, target, revision, submission });
    redirect(labelPath(formatTargetKey(target), { done: "undone", from: returnPath(from) }));
  },
});

export const withdraw = signedInAction({
  act: "withdraw_vote",
  form: z.object(REQUEST_FIELDS),
  run: async ({ db, user, input: { target: key, revision, submission, from } }) => {
    const target = await getTargetOf(db, user, key);
    await withdrawVote(db, { userId: user.id, target, revision, submission });
    // Who takes a vote back does not want to be asked again at once.
    await skipTurn(db, user.id, target);
    redirect(labelPath(formatTargetKey(target), { done: "withdrawn", from: returnPath(from) }));
  },
});

export const skip = signedInAction({
  act: "vote",
  form: z.object({ target: keyField, from: z.string().optional() }),
  run: async ({ db, user, input }) => {
    const target = await getTargetOf(db, user, input.target);
    await skipTurn(db, user.id, target);
    redirect((returnPath(input.from) as Route) ?? (await takeNextPath(db, user.id, { hubId: target.hubId })));
  },
});

export const setShortcuts = signedInAction({
  act: "manage_own_account",
  form: z.object({ target: keyField, from: z.string().optional(), shortcuts: z.enum(["on", "off"]) }),
  run: async ({ db, user, input }) => {
    const target = await getTargetOf(db, user, input.target);
    await changeProfile(db, { userId: user.id, shortcuts: input.shortcuts === "on" });
    redirect(labelPath(formatTargetKey(target), { from: returnPath(input.from) }));
  },
});
