"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { mergeWorks } from "@/db/commands/merge/merge-works";
import { takeApart } from "@/db/commands/merge/take-apart";
import { adminAction } from "@/lib/action";
import { mergesHref } from "./search-params";

const id = z.coerce.number().int().positive();

export const mergePapers = adminAction({
  act: "manage_hubs",
  form: z.object({ into: id, from: id }),
  run: async ({ db, user, input, address }) => {
    const { mergeId } = await mergeWorks(db, { ...input, byUserId: user.id, address });
    redirect(`${mergesHref()}#merge-${mergeId}`);
  },
});

export const takeMergeApart = adminAction({
  act: "manage_hubs",
  form: z.object({ mergeId: id }),
  run: async ({ db, user, input, address }) => {
    await takeApart(db, { ...input, byUserId: user.id, address });
    refresh();
    return "Taken apart. Both papers stand again, each with what it had.";
  },
});
