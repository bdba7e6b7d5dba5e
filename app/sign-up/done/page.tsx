import type { Metadata } from "next";
import { MessagePage } from "@/app/_ui/message-page";
import { PageLink } from "@/app/_ui/page-link";

export const metadata: Metadata = {
  title: "Look into your mail",
  description: "Your account on Spokes waits for its e-mail address to be confirmed.",
  alternates: { canonical: "/sign-up/done" },
  robots: { index: false },
};

/** The same whether the address was free or taken; the message that is sent says which. */
export default function SignUpDonePage() {
  return (
    <MessagePage eyebrow="Accounts" title="We have sent you a message">
      <p>
        Your account is made. Follow the link in the message within 24 hours: it confirms your address, and
        from then on your votes count.
      </p>
      <p>
        You can <PageLink href="/sign-in">sign in</PageLink> with your handle and password right away.
      </p>
    </MessagePage>
  );
}
