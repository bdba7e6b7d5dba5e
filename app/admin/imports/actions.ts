"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { ARCHIVE_STEPS, previewArchive, steerArchive } from "@/db/commands/import/steer-archive";
import { adminAction } from "@/lib/action";
import { CHOICE_SHAPE } from "./choice-shape";
import { archiveHref } from "./import-href";
import { readChoices } from "./read-choices";

const uploadId = z.coerce.number().int().positive();

export const previewAll = adminAction({
  act: "run_imports",
  form: z.object({ uploadId, ...CHOICE_SHAPE }),
  run: async ({ db, user, input: { uploadId: id, ...typed }, address }) => {
    const choices = await readChoices(db, typed);
    await previewArchive(db, { uploadId: id, choices, byUserId: user.id, address });
    redirect(archiveHref(id));
  },
});

export const steerAll = adminAction({
  act: "run_imports",
  form: z.object({ uploadId, step: z.enum(ARCHIVE_STEPS) }),
  run: async ({ db, user, input: { uploadId: id, step }, address }) => {
    await steerArchive(db, { uploadId: id, step, byUserId: user.id, address });
    redirect(archiveHref(id));
  },
});
