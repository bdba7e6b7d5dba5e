import type { ImportDetail, ImportRow } from "@/db/queries/import-runs";

/** What is said of an import's state. */
export const STATUS_WORDS: Readonly<Record<ImportRow["status"], string>> = {
  uploaded: "waits for a preview",
  previewing: "preview under way",
  previewed: "previewed, waits to be run",
  queued: "waits for its turn",
  running: "under way",
  done: "done",
  failed: "failed",
  cancelled: "cancelled",
  undoing: "being undone",
  undone: "undone",
};

/** Whether a worker has it or is to take it, so that its page changes by itself. */
export function isBusy({ status }: Pick<ImportDetail, "status">): boolean {
  return status === "previewing" || status === "queued" || status === "running" || status === "undoing";
}
