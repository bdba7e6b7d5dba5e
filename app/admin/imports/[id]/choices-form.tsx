import { ActionSelect, ActionText } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import type { ImportDetail } from "@/db/queries/import-runs";
import { identifierLabel } from "@/lib/citation/identifiers";
import { FORMATS } from "@/lib/import/formats";
import { preview } from "./actions";

/** What an admin says of the file before it is previewed, with what was said last time. */
export function ChoicesForm({ run, detected }: { run: ImportDetail; detected: string | null }) {
  const { choices } = run;
  const { listing } = choices;
  const named = listing?.of.identifiers[0];
  const label = FORMATS.find(({ name }) => name === detected)?.label;
  return (
    <ActionForm action={preview} className="max-w-[34rem] space-y-5">
      <input type="hidden" name="importRunId" value={run.id} />
      <ActionSelect
        name="format"
        label="Format"
        defaultValue={choices.format ?? ""}
        options={[
          { value: "", label: label === undefined ? "as the file says" : `detected: ${label}` },
          ...FORMATS.map((format) => ({ value: format.name, label: format.label })),
        ]}
      />
      <ActionSelect
        name="as"
        label="If the file only lists works, they are"
        defaultValue={listing?.as ?? ""}
        options={[
          { value: "", label: "not a mere list: the file says what cites what" },
          { value: "citers", label: "works that cite the work below" },
          { value: "references", label: "references of the work below" },
        ]}
      />
      <ActionText
        name="of"
        label="That work"
        hint="An identifier such as doi:10.1000/182, the last part of a hub’s address, or a title. For citers it becomes a hub if it is none yet."
        defaultValue={named ? identifierLabel(named) : (listing?.of.title ?? "")}
        autoComplete="off"
      />
      <ActionText
        name="hubSlug"
        label="Address of the hub, if the file is about one hub"
        hint="The last part of an address that exists or is to be. Leave it empty to let the file decide."
        defaultValue={choices.hubSlug ?? ""}
        autoComplete="off"
      />
      <SubmitButton>Preview</SubmitButton>
    </ActionForm>
  );
}
