"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { passWarmUp } from "@/db/commands/pass-warm-up";
import { signedInAction } from "@/lib/action";
import { WARM_UP_ITEMS } from "@/lib/citation/warm-up-items";
import { UserError } from "@/lib/errors";
import { returnPath } from "../search-params";
import { readPassed } from "./warm-up-params";

export const finishWarmUp = signedInAction({
  act: "warm_up",
  form: z.object({ passed: z.string(), from: z.string().optional() }),
  run: async ({ db, user, input }) => {
    if (readPassed(input.passed).length < WARM_UP_ITEMS.length)
      throw new UserError("Not all practice items are answered rightly yet. Go through them once more.");
    await passWarmUp(db, user.id);
    redirect((returnPath(input.from) ?? "/annotate") as Route);
  },
});
