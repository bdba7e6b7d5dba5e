import { MessagePage } from "@/app/_ui/message-page";
import { PageLink } from "@/app/_ui/page-link";

/** For people whose account reads and flags only. */
export function MayNotVote() {
  return (
    <MessagePage eyebrow="Annotate" title="Your account reads and flags">
      <p>Labelling is for annotators. Ask the people who run the site to make you one.</p>
      <p>
        <PageLink href="/guidelines">How citations are labelled</PageLink>
      </p>
    </MessagePage>
  );
}
