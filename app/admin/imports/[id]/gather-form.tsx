import { ActionCheck, ActionText } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import type { ImportDetail } from "@/db/queries/import-runs";
import { withThousands } from "@/lib/citation/count";
import { previewGathered } from "./actions";

/** Previews a work once more that was gathered from open services, with what they gave or with what they give now. */
export function GatherForm({
  run: { id, choices, sources },
  gather,
}: {
  run: ImportDetail;
  gather: NonNullable<ImportDetail["choices"]["gather"]>;
}) {
  return (
    <ActionForm action={previewGathered} className="max-w-[34rem] space-y-5">
      <input type="hidden" name="importRunId" value={id} />
      <ActionText
        name="hubSlug"
        label="Address of its hub"
        hint="The last part of an address that exists or is to be. Leave it empty to have it made of the title."
        defaultValue={choices.hubSlug ?? ""}
        autoComplete="off"
      />
      {sources === null ? null : (
        <ActionCheck
          name="again"
          label="Ask the services again"
          hint={`What they gave is kept; without this the preview rests on it. At most ${withThousands(gather.mostCiters)} citing papers are taken from each.`}
          checked={sources.some(({ state }) => state === "failed")}
        />
      )}
      <SubmitButton>{sources === null ? "Ask the services and preview" : "Preview again"}</SubmitButton>
    </ActionForm>
  );
}
