import type { ImportDetail, ImportRow } from "@/db/queries/import-runs";

/** An import's state in a word or two, for lists. */
export const STATUS_WORDS: Readonly<Record<ImportRow["status"], string>> = {
  uploaded: "waits for a preview",
  previewing: "being previewed",
  previewed: "previewed, waits to be run",
  queued: "waits for its turn",
  running: "under way",
  done: "done",
  failed: "failed",
  cancelled: "cancelled",
  undoing: "being undone",
  undone: "undone",
};

/** The same as what "This import" does or is. */
export const STATUS_SENTENCES: Readonly<Record<ImportRow["status"], string>> = {
  uploaded: "is kept and waits for its preview",
  previewing: "is being previewed",
  previewed: "is previewed and waits to be run",
  queued: "waits for its turn",
  running: "is being run",
  done: "is done",
  failed: "has failed",
  cancelled: "is cancelled",
  undoing: "is being undone",
  undone: "is undone",
};

/** Whether a worker has it or is to take it, so that its page changes by itself. */
export function isBusy({ status }: Pick<ImportDetail, "status">): boolean {
  return status === "previewing" || status === "queued" || status === "running" || status === "undoing";
}
