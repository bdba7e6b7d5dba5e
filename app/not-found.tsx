import type { Metadata } from "next";
import { MessagePage } from "./_ui/message-page";
import { PageLink } from "./_ui/page-link";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <MessagePage eyebrow="404" title="There is nothing at this address">
      <p>
        It may have been mistyped, or the hub or paper that stood here is no longer shown. All hubs are{" "}
        <PageLink href="/hubs">on one list</PageLink>, and each leads to its citing papers.
      </p>
    </MessagePage>
  );
}
