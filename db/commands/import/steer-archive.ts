import { and, asc, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { importRun } from "@/db/schema/import-run";
import { UserError } from "@/lib/errors";
import type { ImportChoices } from "@/lib/import/choices";
import { besideTable, STEPS, type Steering, step } from "./steer-import";

type Asked = { uploadId: number } & Omit<Steering, "importRunId">;

/** What may be asked of all files of an archive at once. */
export const ARCHIVE_STEPS = ["run", "cancel", "undo"] as const;

/** Asks for a preview, with these choices, of every file of an archive that is neither under way nor done. */
export function previewArchive(db: Db, asked: Asked & { choices: ImportChoices }): Promise<void> {
  const { choices } = asked;
  return db.transaction(async (tx) => {
    for (const importRunId of await listIn(tx, "preview", asked.uploadId))
      await step(tx, "preview", { ...asked, importRunId }, { choices: besideTable(choices), preview: null });
  });
}

/**
 * Asks for every file of an archive that can be run, cancelled or undone to be so. They are undone in the reverse of the
 * order in which they ran. @throws UserError when none can, or a later import of something else stands.
 */
export function steerArchive(db: Db, asked: Asked & { step: (typeof ARCHIVE_STEPS)[number] }): Promise<void> {
  return db.transaction(async (tx) => {
    if (asked.step === "undo") await refuseLater(tx, asked.uploadId);
    const ids = await listIn(tx, asked.step, asked.uploadId);
    for (const [place, importRunId] of ids.entries())
      await step(
        tx,
        asked.step,
        { ...asked, importRunId },
        {
          // Whoever waits longest is taken first.
          notBefore: sql`now() + ${place}::integer * interval '1 microsecond'`,
        },
      );
  });
}

/** The files of an archive from which the step may be taken, in the order in which it is to be. */
async function listIn(tx: Db, name: keyof typeof STEPS, uploadId: number): Promise<number[]> {
  const { from } = STEPS[name];
  // A file that was never previewed, or brought nothing, is left as it is.
  const fit = {
    preview: undefined,
    cancel: undefined,
    run: isNotNull(importRun.preview),
    undo: isNotNull(importRun.ranAt),
  };
  const rows = await tx
    .select({ id: importRun.id })
    .from(importRun)
    .where(
      and(
        eq(importRun.uploadId, uploadId),
        isNotNull(importRun.member),
        inArray(importRun.status, [...from]),
        fit[name],
      ),
    )
    .orderBy(...(name === "undo" ? [desc(importRun.ranAt), desc(importRun.id)] : [asc(importRun.id)]))
    .for("update");
  if (rows.length === 0)
    throw new UserError("No file of this archive is in a state in which that could be asked.");
  return rows.map(({ id }) => id);
}

/** As for a single import, what ran after it is undone first, but for files of the same archive. */
async function refuseLater(tx: Db, uploadId: number): Promise<void> {
  const { rows } = await tx.execute<{ later: string }>(sql`
    select file_name as later from import_run other
    where upload_id is distinct from ${uploadId}::bigint
      and ran_at > (select min(ran_at) from import_run where upload_id = ${uploadId})
    order by ran_at desc limit 1`);
  const [found] = rows;
  if (found)
    throw new UserError(
      `Undo later imports first, beginning with ${found.later}: they may rest on what this archive brought.`,
    );
}
