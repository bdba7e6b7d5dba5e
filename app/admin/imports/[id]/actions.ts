"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { decideWorks, takeBackDecisions } from "@/db/commands/import/decide-works";
import { gatherAnew } from "@/db/commands/import/gather-works";
import { askPreview, askRun, askUndo, cancelImport } from "@/db/commands/import/steer-import";
import { adminAction } from "@/lib/action";
import { WorkKey } from "@/lib/import/record";
import { MOST_QUESTIONS } from "@/lib/import/report";
import { CHOICE_SHAPE, TypedSlug } from "../choice-shape";
import { importHref } from "../import-href";
import { readChoices } from "../read-choices";
import { ANSWER_FIELDS, readAnswers } from "./read-answers";

const importRunId = z.coerce.number().int().positive();

export const preview = adminAction({
  act: "run_imports",
  form: z.object({
    importRunId,
    ...CHOICE_SHAPE,
  }),
  run: async ({ db, user, input: { importRunId, ...typed }, address }) => {
    const choices = await readChoices(db, typed);
    await askPreview(db, { importRunId, choices, byUserId: user.id, address });
    redirect(importHref(importRunId));
  },
});

const STEPS = { run: askRun, cancel: cancelImport, undo: askUndo } as const;

export const steer = adminAction({
  act: "run_imports",
  form: z.object({ importRunId, step: z.enum(["run", "cancel", "undo"]) }),
  run: async ({ db, user, input: { importRunId, step }, address }) => {
    await STEPS[step](db, { importRunId, byUserId: user.id, address });
    redirect(importHref(importRunId));
  },
});

export const previewGathered = adminAction({
  act: "run_imports",
  form: z.object({ importRunId, hubSlug: TypedSlug, again: z.literal("on").optional() }),
  run: async ({ db, user, input, address }) => {
    await gatherAnew(db, {
      importRunId: input.importRunId,
      hubSlug: input.hubSlug === "" ? undefined : input.hubSlug,
      again: input.again === "on",
      byUserId: user.id,
      address,
    });
    redirect(importHref(input.importRunId));
  },
});

export const decide = adminAction({
  act: "run_imports",
  form: z.object({ importRunId, key: z.array(WorkKey).max(MOST_QUESTIONS), ...ANSWER_FIELDS }),
  run: async ({ db, user, input: { importRunId, key, ...answers }, address }) => {
    const decisions = readAnswers(key, answers);
    await decideWorks(db, { importRunId, decisions, byUserId: user.id, address });
    redirect(importHref(importRunId));
  },
});

export const takeBack = adminAction({
  act: "run_imports",
  form: z.object({ importRunId, key: z.array(WorkKey).min(1, "Tick one decision at least.") }),
  run: async ({ db, user, input: { importRunId, key }, address }) => {
    await takeBackDecisions(db, { importRunId, keys: key, byUserId: user.id, address });
    redirect(importHref(importRunId));
  },
});
