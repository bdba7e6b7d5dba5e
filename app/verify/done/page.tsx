import type { Metadata } from "next";
import { MessagePage } from "@/app/_ui/message-page";
import { PageLink } from "@/app/_ui/page-link";

export const metadata: Metadata = {
  title: "Address confirmed",
  description: "Your e-mail address on Spokes is confirmed.",
  alternates: { canonical: "/verify/done" },
  robots: { index: false },
};

export default function VerifiedPage() {
  return (
    <MessagePage eyebrow="Accounts" title="Your address is confirmed">
      <p>Your votes count from now on, also those that you gave before.</p>
      <p>
        <PageLink href="/sign-in">Sign in</PageLink> or <PageLink href="/hubs">choose a hub</PageLink>.
      </p>
    </MessagePage>
  );
}
