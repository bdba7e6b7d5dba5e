"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { addContext } from "@/db/commands/add-context";
import { signedInAction } from "@/lib/action";
import { spend } from "@/lib/auth/rate-limits";
import { withThousands } from "@/lib/citation/count";
import { formatTargetKey } from "@/lib/citation/target-key";
import { textProblem } from "@/lib/import/clean-text";

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${withThousands(max)} characters.`)
    .refine((text) => textProblem(text) === null, "This holds signs that cannot be kept; type it again.");

/** Adds a sentence by hand and goes on to label it. */
export const addSentence = signedInAction({
  act: "add_context",
  form: z.object({
    hubId: z.coerce.number().int().positive(),
    workId: z.coerce.number().int().positive(),
    text: line(2000).min(10, "Copy the whole sentence."),
    before: line(2000),
    after: line(2000),
    section: line(200),
    marker: line(100),
    readIn: line(300).min(3, "Say where you read it, so that somebody can look it up."),
  }),
  run: async ({ db, user, input, address }) => {
    await spend("flag", [`account:${user.id}`]);
    const { contextId } = await addContext(db, { ...input, userId: user.id, address });
    const key = formatTargetKey({ hubId: input.hubId, workId: input.workId, contextId });
    redirect(
      `/annotate/${key}?from=${encodeURIComponent(`/citers/${input.workId}#c-${contextId}`)}` as Route,
    );
  },
});
