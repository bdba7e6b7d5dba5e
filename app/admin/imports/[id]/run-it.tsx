import { Section } from "@/app/_ui/section";
import type { ImportDetail } from "@/db/queries/import-runs";
import { count } from "@/lib/citation/count";
import { Step } from "./steps";

/** The step from a preview to its run, after all that there is to decide. */
export function RunIt({ run: { id, preview, status, ranAt } }: { run: ImportDetail }) {
  const canRun =
    status === "previewed" || status === "failed" || status === "cancelled" || status === "undone";
  if (preview === null || !canRun) return null;
  const undecided = preview.ambiguous.length + (preview.omitted?.ambiguous ?? 0);
  return (
    <Section id="run" title="Run it">
      <p className="mb-4 max-w-[42rem] text-ui text-soft">
        {undecided === 0
          ? "What the preview lists goes in. It can be undone afterwards."
          : `What the preview lists goes in; ${count(undecided, "work")} still to be decided and what hangs on them stay out. It can be undone afterwards.`}
      </p>
      <Step importRunId={id} step="run">
        {ranAt === null ? "Run this import" : "Run it again to its end"}
      </Step>
    </Section>
  );
}
