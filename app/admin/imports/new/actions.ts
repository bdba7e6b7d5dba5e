"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { gatherWorks } from "@/db/commands/import/gather-works";
import { adminAction } from "@/lib/action";
import { withThousands } from "@/lib/citation/count";
import { MOST_CITERS } from "@/lib/sources/gather-hub";
import { importHref, importsHref } from "../import-href";
import { readWorks } from "./read-works";

const COMPLAINT = `A whole number from 1 to ${withThousands(MOST_CITERS)}.`;

export const gather = adminAction({
  act: "run_imports",
  form: z.object({
    works: z.string().max(20_000, "At most 20,000 characters."),
    mostCiters: z.coerce.number(COMPLAINT).int(COMPLAINT).min(1, COMPLAINT).max(MOST_CITERS, COMPLAINT),
  }),
  run: async ({ db, user, input: { works, mostCiters }, address }) => {
    const ids = readWorks(works);
    const [only, another] = await gatherWorks(db, { ids, mostCiters, byUserId: user.id, address });
    redirect(only === undefined || another !== undefined ? importsHref() : importHref(only));
  },
});
