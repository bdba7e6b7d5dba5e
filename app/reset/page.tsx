import type { Metadata } from "next";
import { NewPasswordField } from "@/app/_account/account-fields";
import { LinkOver } from "@/app/_account/link-over";
import { ActionText } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { getTokenHolder } from "@/db/queries/one-time-token";
import { database } from "@/lib/database";
import { askForReset, choosePassword } from "./actions";

export const metadata: Metadata = {
  title: "Choose a new password",
  description: "Get a link by e-mail to choose a new password for your account on Spokes.",
  alternates: { canonical: "/reset" },
  robots: { index: false },
  referrer: "same-origin",
};

/** With a link's secret: the form for the new password. Without: the form that asks for a link. */
export default async function ResetPage({ searchParams }: PageProps<"/reset">) {
  const { token } = await searchParams;
  if (typeof token !== "string") return <AskForLink />;
  const holder = await getTokenHolder(database(), "reset_password", token);
  if (!holder)
    return (
      <LinkOver>
        <PageLink href="/reset">Ask for a new one</PageLink>.
      </LinkOver>
    );
  return (
    <>
      <PageHead title="Choose a new password">
        <p className="font-serif text-body">
          for the account <b className="font-semibold">{holder.handle}</b>. It will be signed out everywhere.
        </p>
      </PageHead>
      <ActionForm action={choosePassword} className="max-w-[26rem] space-y-4">
        <input type="hidden" name="token" value={token} />
        <NewPasswordField />
        <SubmitButton>Change the password</SubmitButton>
      </ActionForm>
    </>
  );
}

function AskForLink() {
  return (
    <>
      <PageHead title="Choose a new password">
        <p className="max-w-[60ch] font-serif text-body text-soft">
          We send a link to the confirmed e-mail address of your account.
        </p>
      </PageHead>
      <ActionForm action={askForReset} className="max-w-[26rem] space-y-4">
        <ActionText
          name="login"
          label="Handle or e-mail address"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={254}
        />
        <SubmitButton>Send me a link</SubmitButton>
      </ActionForm>
    </>
  );
}
