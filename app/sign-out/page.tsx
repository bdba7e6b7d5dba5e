import type { Metadata } from "next";
import { MessagePage } from "@/app/_ui/message-page";
import { PageLink } from "@/app/_ui/page-link";

export const metadata: Metadata = {
  title: "Signed out",
  description: "You are signed out of Spokes.",
  alternates: { canonical: "/sign-out" },
  robots: { index: false },
};

/** Where signing out leads. */
export default function SignOutPage() {
  return (
    <MessagePage eyebrow="Goodbye" title="You are signed out">
      <p>Everything you labelled is saved.</p>
      <p>
        <PageLink href="/">To the start page</PageLink> or <PageLink href="/sign-in">sign in again</PageLink>.
      </p>
    </MessagePage>
  );
}
