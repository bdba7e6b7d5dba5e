import type { ReactNode } from "react";
import { MessagePage } from "@/app/_ui/message-page";

/** What somebody sees whose link from an e-mail does not work, with the way to a new one. */
export function LinkOver({ children }: { children: ReactNode }) {
  return (
    <MessagePage eyebrow="Link" title="This link does not work any more">
      <p>It has been used, has run out, or a newer one was sent.</p>
      <p>{children}</p>
    </MessagePage>
  );
}
