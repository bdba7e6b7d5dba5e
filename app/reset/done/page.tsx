import type { Metadata } from "next";
import { MessagePage } from "@/app/_ui/message-page";
import { PageLink } from "@/app/_ui/page-link";

export const metadata: Metadata = {
  title: "Password changed",
  description: "The password of your account on Spokes is changed.",
  alternates: { canonical: "/reset/done" },
  robots: { index: false },
};

export default function ResetDonePage() {
  return (
    <MessagePage eyebrow="Accounts" title="Your password is changed">
      <p>The account has been signed out everywhere.</p>
      <p>
        <PageLink href="/sign-in">Sign in with the new password</PageLink>.
      </p>
    </MessagePage>
  );
}
