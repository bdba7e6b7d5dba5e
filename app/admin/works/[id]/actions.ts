"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { withdrawSummary, writeSummary } from "@/db/commands/write-summary";
import { adminAction } from "@/lib/action";

const workId = z.coerce.number().int().positive();

/** One action both ways, so that its answer finds its form again where the page is without script. */
export const saveSummary = adminAction({
  act: "manage_hubs",
  form: z.object({
    workId,
    to: z.enum(["write", "withdraw"]),
    summary: z
      .string()
      .max(2000, "At most 2,000 characters.")
      .transform((text) => text.replace(/\s+/g, " ").trim()),
  }),
  run: async ({ db, user, input: { workId, to, summary }, address }) => {
    const act = { workId, byUserId: user.id, address };
    if (to === "write") await writeSummary(db, { ...act, summary });
    else await withdrawSummary(db, act);
    refresh();
    return to === "write"
      ? "Saved. Readers see your summary."
      : "Taken back. The summary of a source counts.";
  },
});
