"use server";

import { z } from "zod";
import { confirmContext } from "@/db/commands/add-context";
import { signedInAction } from "@/lib/action";

/** A second person, or an admin, has found a hand-added sentence in the paper. */
export const confirmSentence = signedInAction({
  act: "confirm_context",
  form: z.object({ contextId: z.coerce.number().int().positive() }),
  run: async ({ db, user, input: { contextId }, address }) => {
    await confirmContext(db, { userId: user.id, isAdmin: user.role === "admin", contextId, address });
    return "Thank you. The sentence now says that it was confirmed.";
  },
});
