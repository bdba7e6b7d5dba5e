import { ActionCheck, ActionText } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Section } from "@/app/_ui/section";
import type { Account } from "@/db/queries/own-account";
import { saveProfile } from "./actions";

/** What the person decides about themselves. */
export function Profile({ account }: { account: Account }) {
  return (
    <Section id="profile" title="Profile">
      <ActionForm action={saveProfile} className="max-w-[30rem] space-y-4">
        <ActionText
          name="name"
          label="Name"
          hint="Stands on your public page; without one your handle does."
          defaultValue={account.name}
          maxLength={100}
          autoComplete="name"
        />
        <ActionCheck
          name="shortcuts"
          label="Label with single keys"
          hint="On the annotation page, such as s for supporting. Switch it off if you dictate or use a screen reader that needs these keys."
          checked={account.shortcuts}
        />
        <SubmitButton>Save</SubmitButton>
      </ActionForm>
    </Section>
  );
}
