"use server";

import { z } from "zod";
import { raiseFlag } from "@/db/commands/raise-flag";
import { getHub } from "@/db/queries/hub";
import { getSubject } from "@/db/queries/subject";
import { publicAction } from "@/lib/action";
import { spend } from "@/lib/auth/rate-limits";
import { FLAG_KINDS } from "@/lib/citation/flag-kind";
import { parseTargetKey } from "@/lib/citation/target-key";
import { UserError } from "@/lib/errors";

const GONE = "What you report is not here any more.";

/** Reports a mistake in a sentence, a citation or a hub's page; for everybody. */
export const reportMistake = publicAction({
  act: "flag",
  form: z.object({
    target: z.string().max(60).optional(),
    hub: z.string().max(200).optional(),
    kind: z.enum(FLAG_KINDS, "Choose what is wrong."),
    note: z.string().trim().max(2000, "At most 2,000 characters."),
  }),
  run: async ({ db, user, input: { target, hub: slug, kind, note }, address }) => {
    await spend("flag", user ? [`account:${user.id}`] : [`address:${address}`]);
    if (kind === "mistake_in_data" && note === "")
      throw new UserError("Please say in a few words what is wrong, so that it can be mended.");
    const userId = user?.id ?? null;
    const key = target === undefined ? null : parseTargetKey(target);
    if (key !== null) {
      const subject = await getSubject(db, key);
      if (subject === null) throw new UserError(GONE);
      const { hubId, workId, contextId } = subject;
      await raiseFlag(db, { hubId, workId, contextId, kind, note, userId });
    } else {
      const hub = slug === undefined ? null : await getHub(db, slug);
      if (hub === null) throw new UserError(GONE);
      await raiseFlag(db, { hubId: hub.id, workId: null, contextId: null, kind, note, userId });
    }
    return user
      ? "Thank you. An admin will look at it, and you will find the answer among your notices."
      : "Thank you. An admin will look at it.";
  },
});
