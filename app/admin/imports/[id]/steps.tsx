import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { steer } from "./actions";

/** A button that asks something of an import. */
export function Step({
  importRunId,
  step,
  quiet = false,
  children,
}: {
  importRunId: number;
  step: "run" | "cancel" | "undo";
  quiet?: boolean;
  children: string;
}) {
  return (
    <ActionForm action={steer} className="mt-4">
      <input type="hidden" name="importRunId" value={importRunId} />
      <input type="hidden" name="step" value={step} />
      <SubmitButton quiet={quiet}>{children}</SubmitButton>
    </ActionForm>
  );
}
