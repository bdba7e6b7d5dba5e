import { and, eq, inArray, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { type ImportStatus, importRun } from "@/db/schema/import-run";
import { UserError } from "@/lib/errors";
import type { ImportChoices } from "@/lib/import/choices";
import { recordAct } from "../audit";
import { refuseUndoUnderMerges } from "./refuse-undo-under-merges";

export interface Steering {
  importRunId: number;
  byUserId: number;
  address: string;
}

/** What an admin asks of an import: from which states, to which one, and what to say where it is in none of them. */
export const STEPS = {
  preview: {
    from: ["uploaded", "previewed", "failed", "cancelled", "undone"],
    to: "previewing",
    otherwise: "This import is under way or done, so it cannot be previewed now.",
  },
  run: {
    from: ["previewed", "failed", "cancelled", "undone"],
    to: "queued",
    otherwise: "This import is under way, done, or was never previewed.",
  },
  cancel: {
    from: ["previewing", "queued", "running"],
    to: "cancelled",
    otherwise: "Nothing is under way that could be cancelled.",
  },
  undo: {
    from: ["done", "failed", "cancelled", "previewed"],
    to: "undoing",
    otherwise: "Only an import that has ended can be undone.",
  },
} as const satisfies Record<string, { from: readonly ImportStatus[]; to: ImportStatus; otherwise: string }>;

/** Asks for a preview of a file with these choices. @throws UserError when the import is under way, done or gathered. */
export function askPreview(db: Db, asked: Steering & { choices: ImportChoices }): Promise<void> {
  return step(
    db,
    "preview",
    asked,
    { choices: besideTable(asked.choices), preview: null },
    async (tx, importRunId) => {
      const [run] = await tx
        .select({ choices: importRun.choices })
        .from(importRun)
        .where(eq(importRun.id, importRunId));
      if (run) refuseGathered(run.choices);
    },
  );
}

/** What services give is not read otherwise, and who it was asked for must not be forgotten. @throws UserError */
export function refuseGathered({ gather }: ImportChoices): void {
  if (gather)
    throw new UserError("This work was gathered from open services; there is no file to read otherwise.");
}

/** These choices, beside what was said of the columns of a table on a page of its own. */
export const besideTable = (choices: ImportChoices) =>
  sql`${JSON.stringify(choices)}::jsonb || jsonb_strip_nulls(jsonb_build_object('table', ${importRun.choices} -> 'table'))`;

/** Keeps what `save` writes and asks for a preview anew with the choices made before, both or nothing. */
export function previewAnew(
  db: Db,
  asked: Steering,
  save: (tx: Db, importRunId: number) => Promise<void>,
): Promise<void> {
  return step(db, "preview", asked, { preview: null }, save);
}

/** Asks for the import to be run with the choices of its preview. @throws UserError when it was never previewed. */
export function askRun(db: Db, asked: Steering): Promise<void> {
  return step(db, "run", asked, {}, async (tx, importRunId) => {
    const [run] = await tx
      .select({ preview: importRun.preview })
      .from(importRun)
      .where(eq(importRun.id, importRunId));
    if (run && run.preview === null) throw new UserError(STEPS.run.otherwise);
  });
}

/** Stops what waits or is under way; the worker ends within a chunk, and what it wrote stays until it is undone. */
export function cancelImport(db: Db, asked: Steering): Promise<void> {
  return step(db, "cancel", asked, { endedAt: sql`now()` });
}

/** Asks for all that the import brought to be taken away again. @throws UserError while a later import stands. */
export function askUndo(db: Db, asked: Steering): Promise<void> {
  return step(db, "undo", asked, {}, refuseUndo);
}

/** Brings an import from one state to another, and writes that to the audit log. @throws UserError where it may not. */
export async function step(
  db: Db,
  name: keyof typeof STEPS,
  { importRunId, byUserId, address }: Steering,
  set: PgUpdateSetSource<typeof importRun>,
  check: (tx: Db, importRunId: number) => Promise<void> = async () => undefined,
): Promise<void> {
  const { from, to, otherwise } = STEPS[name];
  await db.transaction(async (tx) => {
    await check(tx, importRunId);
    const changed = await tx
      .update(importRun)
      .set({
        status: to,
        attempts: 0,
        notBefore: sql`now()`,
        ...set,
        failure: null,
        progress: null,
        leaseBy: null,
        leaseUntil: null,
      })
      .where(and(eq(importRun.id, importRunId), inArray(importRun.status, [...from])))
      .returning({ id: importRun.id });
    if (changed.length === 0) throw new UserError(otherwise);
    await recordAct(tx, {
      actorId: byUserId,
      action: `import.${name}`,
      subject: `import_run:${importRunId}`,
      address,
    });
  });
}

/**
 * A later import may have said again what this one brought, and nothing tells: so the latest is undone first.
 * @throws UserError where a later one stands, works of it were merged since, or this one has brought nothing.
 */
export async function refuseUndo(tx: Db, importRunId: number): Promise<void> {
  const { rows } = await tx.execute<{ ran: boolean; later: string | null }>(sql`
    select ran_at is not null as ran, (
      select file_name from import_run other where other.ran_at > one.ran_at order by other.ran_at desc limit 1
    ) as later
    from import_run one where id = ${importRunId}`);
  const [found] = rows;
  if (!found?.ran) throw new UserError("This import has brought nothing that could be undone.");
  if (found.later !== null)
    throw new UserError(
      `Undo later imports first, beginning with ${found.later}: they may rest on what this one brought.`,
    );
  await refuseUndoUnderMerges(tx, importRunId);
}
