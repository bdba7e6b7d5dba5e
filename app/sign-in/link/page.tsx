import type { Metadata } from "next";
import { LinkOver } from "@/app/_account/link-over";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { getTokenHolder } from "@/db/queries/one-time-token";
import { database } from "@/lib/database";
import { signInWithLink } from "./actions";

export const metadata: Metadata = {
  title: "Sign in by link",
  description: "The page that a sign-in link of Spokes leads to.",
  alternates: { canonical: "/sign-in/link" },
  robots: { index: false },
  referrer: "same-origin",
};

/** Looking at the page does not use the link up: programs that check mail open every link. */
export default async function SignInLinkPage({ searchParams }: PageProps<"/sign-in/link">) {
  const { token } = await searchParams;
  const holder = typeof token === "string" ? await getTokenHolder(database(), "sign_in", token) : null;
  if (!holder)
    return (
      <LinkOver>
        <PageLink href="/sign-in">Ask for a new one</PageLink>.
      </LinkOver>
    );
  return (
    <>
      <PageHead title={`Sign in as ${holder.handle}`} />
      <ActionForm action={signInWithLink}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton>Sign in</SubmitButton>
      </ActionForm>
    </>
  );
}
