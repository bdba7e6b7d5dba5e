import type { Metadata } from "next";
import { MessagePage } from "./_ui/message-page";
import { PageLink } from "./_ui/page-link";

// It stands in the page itself, so that it is there as well where the metadata of what is not shown end (app/admin).
export const metadata: Metadata = { title: { absolute: "" } };

export default function NotFound() {
  return (
    <MessagePage eyebrow="404" title="There is nothing at this address">
      <title>Not found · Spokes</title>
      <p>
        It may have been mistyped, or the hub or paper that stood here is no longer shown. All hubs are{" "}
        <PageLink href="/hubs">on one list</PageLink>, and each leads to its citing papers.
      </p>
    </MessagePage>
  );
}
