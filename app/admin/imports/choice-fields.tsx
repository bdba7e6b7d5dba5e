import { ActionSelect, ActionText } from "@/app/_ui/action-field";
import { identifierLabel } from "@/lib/citation/identifiers";
import type { ImportChoices } from "@/lib/import/choices";
import { FORMATS } from "@/lib/import/formats";

/** What an admin says of a file beside it, with what was said last time. */
export function ChoiceFields({ choices, detected }: { choices: ImportChoices; detected: string | null }) {
  const { listing } = choices;
  const named = listing?.of.identifiers[0];
  const label = FORMATS.find(({ name }) => name === detected)?.label;
  return (
    <>
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
          { value: "", label: "no mere list: it says what cites what" },
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
    </>
  );
}
