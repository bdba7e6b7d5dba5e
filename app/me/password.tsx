import { ActionText } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { Section } from "@/app/_ui/section";
import { PASSWORD_LENGTH } from "@/lib/auth/password-length";
import { savePassword } from "./actions";

/** The form for another password, or for a first one. */
export function Password({ handle, hasPassword }: { handle: string; hasPassword: boolean }) {
  return (
    <Section id="password" title={hasPassword ? "Change the password" : "Set a password"}>
      <ActionForm action={savePassword} className="max-w-[30rem] space-y-4">
        {/* For password managers, which ask whose password it is. */}
        <input type="hidden" autoComplete="username" value={handle} readOnly />
        {hasPassword ? (
          <ActionText
            name="oldPassword"
            label="Present password"
            type="password"
            autoComplete="current-password"
            required
          />
        ) : null}
        <ActionText
          name="newPassword"
          label="New password"
          hint={`At least ${PASSWORD_LENGTH.min} characters. All your other browsers will be signed out.`}
          type="password"
          autoComplete="new-password"
          minLength={PASSWORD_LENGTH.min}
          maxLength={PASSWORD_LENGTH.max}
          required
        />
        <SubmitButton>{hasPassword ? "Change the password" : "Set the password"}</SubmitButton>
      </ActionForm>
    </Section>
  );
}
