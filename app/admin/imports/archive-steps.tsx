import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Section } from "@/app/_ui/section";
import type { Archive } from "@/db/queries/archives";
import { count, withThousands } from "@/lib/citation/count";
import { Follow } from "./[id]/follow";
import { previewAll, steerAll } from "./actions";
import { ChoiceFields } from "./choice-fields";
import { isBusy, STATUS_WORDS } from "./import-status";

type Status = Parameters<typeof isBusy>[0]["status"];

/** What is asked of all files of an uploaded archive at once, and how many are in which state. */
export function ArchiveSteps({ archive: { uploadId, states, files } }: { archive: Archive }) {
  const of = (...among: Status[]) => among.reduce((sum, status) => sum + (states.get(status) ?? 0), 0);
  const busy = [...states.keys()].some((status) => isBusy({ status }));
  const open = of("uploaded", "previewed", "failed", "cancelled", "undone");
  return (
    <div className="max-w-[860px] border-t border-line">
      {busy ? (
        <>
          <Follow />
          <noscript>
            <meta httpEquiv="refresh" content="3" />
          </noscript>
        </>
      ) : null}
      <p className="mt-4 text-ui" role="status">
        {count(files, "file")}:{" "}
        {[...states].map(([status, n]) => `${withThousands(n)} ${wordsOf(status, n)}`).join("; ")}.
      </p>
      <div className="mt-4 flex flex-wrap gap-x-4 gap-y-2">
        {of("previewed") > 0 ? (
          <StepForm
            uploadId={uploadId}
            step="run"
          >{`Run ${count(of("previewed"), "previewed file")}`}</StepForm>
        ) : null}
        {of("previewing", "queued", "running") > 0 ? (
          <StepForm uploadId={uploadId} step="cancel" quiet>
            Cancel what is under way
          </StepForm>
        ) : null}
        {of("done") > 0 && !busy ? (
          <StepForm uploadId={uploadId} step="undo" quiet>
            Undo all that this archive brought
          </StepForm>
        ) : null}
      </div>
      {open > 0 && !busy ? (
        <Section id="choices" title="Preview all" note={count(open, "file")}>
          <ActionForm action={previewAll} className="max-w-[34rem] space-y-5">
            <input type="hidden" name="uploadId" value={uploadId} />
            <ChoiceFields choices={{}} detected={null} />
            <SubmitButton>{`Preview ${count(open, "file")}`}</SubmitButton>
          </ActionForm>
        </Section>
      ) : null}
    </div>
  );
}

/** "1 waits for a preview", "2 wait for a preview". */
const wordsOf = (status: Status, n: number) =>
  n === 1 ? STATUS_WORDS[status] : STATUS_WORDS[status].replace(/\bwaits\b/, "wait");

function StepForm({
  uploadId,
  step,
  quiet = false,
  children,
}: {
  uploadId: number;
  step: "run" | "cancel" | "undo";
  quiet?: boolean;
  children: string;
}) {
  return (
    <ActionForm action={steerAll}>
      <input type="hidden" name="uploadId" value={uploadId} />
      <input type="hidden" name="step" value={step} />
      <SubmitButton quiet={quiet}>{children}</SubmitButton>
    </ActionForm>
  );
}
