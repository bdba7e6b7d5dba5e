"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { mapColumns as keepColumns } from "@/db/commands/import/map-columns";
import { adminAction } from "@/lib/action";
import { UserError } from "@/lib/errors";
import { CSV_FIELDS, DELIMITERS, MOST_LINES_BEFORE } from "@/lib/import/csv-columns";
import { tableProblem } from "@/lib/import/csv-table";
import { importHref } from "../../import-href";

export const mapColumns = adminAction({
  act: "run_imports",
  form: z.object({
    importRunId: z.coerce.number().int().positive(),
    delimiter: z.enum(DELIMITERS),
    headerLine: z.coerce.number().int().min(1).max(MOST_LINES_BEFORE),
    field: z
      .array(z.enum(["", ...CSV_FIELDS]))
      .min(2)
      .max(1000),
  }),
  run: async ({ db, user, input: { importRunId, delimiter, headerLine, field }, address }) => {
    const fields = field.map((one) => (one === "" ? null : one));
    const problem = tableProblem(fields);
    if (problem !== null) throw new UserError(problem);
    const table = { delimiter, headerLine, fields };
    await keepColumns(db, { importRunId, table, byUserId: user.id, address });
    redirect(importHref(importRunId));
  },
});
