import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { importRun } from "@/db/schema/import-run";
import { UserError } from "@/lib/errors";
import type { TableChoice } from "@/lib/import/choices";
import { recordAct } from "../audit";
import { refuseGathered, STEPS, type Steering } from "./steer-import";

/**
 * Keeps what the columns of an import's table hold; a preview that rests on something else is dropped.
 * @throws UserError when the import is under way, done or gathered.
 */
export function mapColumns(
  db: Db,
  { importRunId, byUserId, address, table }: Steering & { table: TableChoice },
): Promise<void> {
  return db.transaction(async (tx) => {
    const [run] = await tx
      .select({ choices: importRun.choices })
      .from(importRun)
      .where(and(eq(importRun.id, importRunId), inArray(importRun.status, [...STEPS.preview.from])))
      .for("update");
    if (!run) throw new UserError(STEPS.preview.otherwise);
    refuseGathered(run.choices);
    await tx
      .update(importRun)
      .set({ choices: { ...run.choices, format: "csv", table }, preview: null })
      .where(eq(importRun.id, importRunId));
    await recordAct(tx, {
      actorId: byUserId,
      action: "import.map",
      subject: `import_run:${importRunId}`,
      detail: { table },
      address,
    });
  });
}
