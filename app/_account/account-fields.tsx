import { ActionText } from "@/app/_ui/action-field";
import { PASSWORD_LENGTH } from "@/lib/auth/password-length";

/** The fields of a form that makes an account. */
export function AccountFields() {
  return (
    <>
      <ActionText
        name="handle"
        label="Handle"
        hint="Your name in addresses and beside your votes: letters from a to z, digits, hyphens. Public."
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        minLength={2}
        maxLength={30}
      />
      <ActionText
        name="name"
        label="Name (optional)"
        hint="Shown on your page instead of the handle. Public."
        autoComplete="name"
        maxLength={80}
      />
      <ActionText
        name="email"
        label="E-mail address"
        hint="Never shown. We send a link to it, and write nothing else but what you ask for."
        type="email"
        autoComplete="email"
        required
        maxLength={254}
      />
      <NewPasswordField />
    </>
  );
}

/** The field for a password that is to be. */
export function NewPasswordField() {
  return (
    <ActionText
      name="password"
      label="Password"
      hint={`At least ${PASSWORD_LENGTH.min} characters; a few words in a row are good.`}
      type="password"
      autoComplete="new-password"
      required
      minLength={PASSWORD_LENGTH.min}
      maxLength={PASSWORD_LENGTH.max}
    />
  );
}
