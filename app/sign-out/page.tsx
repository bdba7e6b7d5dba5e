import type { Metadata } from "next";
import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { MessagePage } from "@/app/_ui/message-page";
import { PageLink } from "@/app/_ui/page-link";
import { currentUser } from "@/lib/auth/session";
import { signOut } from "./actions";

export const metadata: Metadata = {
  title: "Sign out",
  description: "Sign out of Spokes.",
  alternates: { canonical: "/sign-out" },
  robots: { index: false },
};

/** The way out, and where it leads. */
export default async function SignOutPage() {
  const person = await currentUser();
  if (person !== null)
    return (
      <MessagePage eyebrow={`Signed in as ${person.handle}`} title="Sign out?">
        <ActionForm action={signOut} className="font-sans">
          <SubmitButton>Sign out</SubmitButton>
        </ActionForm>
      </MessagePage>
    );
  return (
    <MessagePage eyebrow="Goodbye" title="You are signed out">
      <p>Everything you labelled is saved.</p>
      <p>
        <PageLink href="/">To the start page</PageLink> or <PageLink href="/sign-in">sign in again</PageLink>.
      </p>
    </MessagePage>
  );
}
