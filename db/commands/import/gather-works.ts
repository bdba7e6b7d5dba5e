import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { importRun } from "@/db/schema/import-run";
import { UserError } from "@/lib/errors";
import type { ImportChoices } from "@/lib/import/choices";
import type { Identifier } from "@/lib/import/record";
import { identifierKey } from "@/lib/import/work-key";
import { recordAct } from "../audit";
import { dropUploads } from "./drop-uploads";
import { previewAnew, type Steering } from "./steer-import";

/** Makes an import for each of these works, to be gathered from the open services and previewed; gives their numbers. */
export function gatherWorks(
  db: Db,
  {
    ids,
    mostCiters,
    byUserId,
    address,
  }: { ids: readonly Identifier[]; mostCiters: number } & Omit<Steering, "importRunId">,
): Promise<number[]> {
  return db.transaction(async (tx) => {
    const made: number[] = [];
    for (const id of ids) {
      const choices: ImportChoices = { gather: { id, mostCiters } };
      const [run] = await tx
        .insert(importRun)
        .values({
          fileName: identifierKey(id),
          format: "services",
          status: "previewing",
          userId: byUserId,
          choices,
        })
        .returning({ id: importRun.id });
      if (!run) throw new Error("the import was not recorded");
      made.push(run.id);
      const subject = `import_run:${run.id}`;
      await recordAct(tx, {
        actorId: byUserId,
        action: "import.gather",
        subject,
        detail: { ...id, mostCiters },
        address,
      });
    }
    return made;
  });
}

/**
 * Asks for the preview of a gathered work with another address of its hub, and of the services once more where `again`
 * says so. @throws UserError when the import is one of a file, or under way or done.
 */
export function gatherAnew(
  db: Db,
  asked: Steering & { hubSlug: string | undefined; again: boolean },
): Promise<void> {
  return previewAnew(db, asked, async (tx, importRunId) => {
    const [run] = await tx
      .select({ choices: importRun.choices, uploadId: importRun.uploadId })
      .from(importRun)
      .where(eq(importRun.id, importRunId))
      .for("update");
    const gather = run?.choices.gather;
    if (!gather) throw new UserError("This import is one of a file.");
    const { hubSlug } = asked;
    await tx
      .update(importRun)
      .set({
        choices: { gather, ...(hubSlug === undefined ? {} : { hubSlug }) },
        ...(asked.again ? { uploadId: null, sources: null, sizeBytes: null, sha256: null } : {}),
      })
      .where(eq(importRun.id, importRunId));
    if (asked.again && run.uploadId !== null) await dropUploads(tx, [run.uploadId]);
  });
}
