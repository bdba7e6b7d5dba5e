import type { Metadata } from "next";
import { LinkOver } from "@/app/_account/link-over";
import { ActionText } from "@/app/_ui/action-field";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { getEmail } from "@/db/queries/account";
import { getTokenHolder } from "@/db/queries/one-time-token";
import { requireUser } from "@/lib/auth/session";
import { database } from "@/lib/database";
import { askForVerification, confirmEmail } from "./actions";

export const metadata: Metadata = {
  title: "Confirm your address",
  description: "The page that confirms the e-mail address of an account on Spokes.",
  alternates: { canonical: "/verify" },
  robots: { index: false },
  referrer: "same-origin",
};

/** With a link's secret: the button that confirms. Without: the form that asks for a link. */
export default async function VerifyPage({ searchParams }: PageProps<"/verify">) {
  const { token } = await searchParams;
  if (typeof token !== "string") return <AskForLink />;
  const holder = await getTokenHolder(database(), "verify_email", token);
  if (!holder)
    return (
      <LinkOver>
        If your address is not confirmed yet, <PageLink href="/verify">ask for a new link</PageLink>.
      </LinkOver>
    );
  return (
    <>
      <PageHead title="Confirm your address">
        <p className="font-serif text-body">
          The account <b className="font-semibold">{holder.handle}</b> wants to have the address{" "}
          <b className="font-semibold">{holder.email}</b>.
        </p>
      </PageHead>
      <ActionForm action={confirmEmail}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton>Confirm</SubmitButton>
      </ActionForm>
    </>
  );
}

async function AskForLink() {
  const person = await requireUser("/verify");
  const email = await getEmail(database(), person.id);
  return (
    <>
      <PageHead title="Confirm your address" />
      {email === null ? (
        <ActionForm action={askForVerification} className="max-w-[26rem] space-y-4">
          <ActionText
            name="email"
            label="E-mail address"
            hint="Never shown. Once you follow the link that we send to it, your votes count."
            type="email"
            autoComplete="email"
            required
            maxLength={254}
          />
          <SubmitButton>Send me a link</SubmitButton>
        </ActionForm>
      ) : (
        <p className="font-serif text-body">Your address {email} is confirmed.</p>
      )}
    </>
  );
}
