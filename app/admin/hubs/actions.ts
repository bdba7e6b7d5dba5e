"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { addClaim, editClaim, moveClaim } from "@/db/commands/edit-claims";
import { hideHub, publishHub } from "@/db/commands/publish-hub";
import { renameHub } from "@/db/commands/rename-hub";
import { restoreClaim, retireClaim } from "@/db/commands/retire-claim";
import { getAbstract } from "@/db/queries/hubs-for-admin";
import { adminAction } from "@/lib/action";
import { UserError } from "@/lib/errors";
import { Slug } from "@/lib/import/record";
import { readQuote } from "./read-quote";
import { hubForAdminHref } from "./search-params";

const number = z.coerce.number().int().positive();
const hubId = number;
const reason = z.string().trim().max(2000, "At most 2,000 characters.");

const WORDS = {
  text: z
    .string()
    .trim()
    .min(3, "Say what the hub claims, in a sentence.")
    .max(2000, "At most 2,000 characters.")
    .transform((text) => text.replace(/\s+/g, " ")),
  quote: z.string().trim().max(4000, "At most 4,000 characters."),
};

/** One action both ways, so that its answer finds its form again where the page is without script. */
export const decideStatus = adminAction({
  act: "manage_hubs",
  form: z.object({ hubId, to: z.enum(["publish", "hide"]), reason: reason.optional() }),
  run: async ({ db, user, input: { hubId, to, reason = "" }, address }) => {
    const act = { hubId, byUserId: user.id, address };
    if (to === "publish") await publishHub(db, act);
    else if (reason.length < 3) throw new UserError("Say why it is hidden; the audit log keeps the reason.");
    else await hideHub(db, { ...act, reason });
    refresh();
    return to === "publish"
      ? "Published. Readers see it from now on."
      : "Hidden. For readers there is no such hub; its votes are kept.";
  },
});

export const changeAddress = adminAction({
  act: "manage_hubs",
  form: z.object({
    hubId,
    slug: z.string().trim().pipe(Slug),
  }),
  run: async ({ db, user, input: { hubId, slug }, address }) => {
    await renameHub(db, { hubId, slug, byUserId: user.id, address });
    redirect(hubForAdminHref(slug));
  },
});

export const enterClaim = adminAction({
  act: "manage_hubs",
  form: z.object({ hubId, ...WORDS }),
  run: async ({ db, user, input: { hubId, text, quote }, address }) => {
    const words = { text, quote: readQuote(await getAbstract(db, hubId), quote) };
    const entered = await addClaim(db, { hubId, words, byUserId: user.id, address });
    refresh();
    return `C${entered} is on the list.`;
  },
});

export const changeClaim = adminAction({
  act: "manage_hubs",
  form: z.object({ hubId, number, version: number, ...WORDS }),
  run: async ({ db, user, input: { text, quote, ...claim }, address }) => {
    const words = { text, quote: readQuote(await getAbstract(db, claim.hubId), quote) };
    await editClaim(db, { ...claim, words, byUserId: user.id, address });
    refresh();
    return "Saved. The earlier words are kept below.";
  },
});

const DONE = {
  up: "stands one place further up.",
  down: "stands one place further down.",
  retire: "is retired. Votes on it are kept and count no more.",
  restore: "is back on the list, and votes on it count again.",
} as const;

export const arrangeClaim = adminAction({
  act: "manage_hubs",
  form: z.object({ hubId, number, to: z.enum(["up", "down", "retire", "restore"]) }),
  run: async ({ db, user, input: { to, ...claim }, address }) => {
    const act = { ...claim, byUserId: user.id, address };
    if (to === "retire") await retireClaim(db, act);
    else if (to === "restore") await restoreClaim(db, act);
    else await moveClaim(db, { ...act, to });
    refresh();
    return `C${claim.number} ${DONE[to]}`;
  },
});
