import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import type { ImportDetail } from "@/db/queries/import-runs";
import { ChoiceFields } from "../choice-fields";
import { preview } from "./actions";

/** What an admin says of the file before it is previewed, with what was said last time. */
export function ChoicesForm({ run, detected }: { run: ImportDetail; detected: string | null }) {
  return (
    <ActionForm action={preview} className="max-w-[34rem] space-y-5">
      <input type="hidden" name="importRunId" value={run.id} />
      <ChoiceFields choices={run.choices} detected={detected} />
      <SubmitButton>Preview</SubmitButton>
    </ActionForm>
  );
}
