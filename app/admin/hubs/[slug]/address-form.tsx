import { ActionText } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Section } from "@/app/_ui/section";
import type { HubForAdmin } from "@/db/queries/hubs-for-admin";
import { changeAddress } from "../actions";

/** Gives a hub another address, and names those that lead to it. */
export function AddressForm({
  hub: { id, slug },
  oldSlugs,
}: {
  hub: HubForAdmin;
  oldSlugs: readonly string[];
}) {
  return (
    <Section id="address" title="Address">
      <ActionForm action={changeAddress} className="max-w-[34rem] space-y-3">
        <input type="hidden" name="hubId" value={id} />
        <ActionText
          name="slug"
          label="After /hubs/"
          defaultValue={slug}
          maxLength={100}
          autoComplete="off"
          hint="Small letters, digits and hyphens. The address from before leads to the new one for ever."
        />
        <SubmitButton quiet>Change the address</SubmitButton>
      </ActionForm>
      {oldSlugs.length === 0 ? null : (
        <p className="mt-3 max-w-[66ch] text-small text-soft [overflow-wrap:anywhere]">
          These lead here: {oldSlugs.map((old) => `/hubs/${old}`).join(", ")}.
        </p>
      )}
    </Section>
  );
}
