import { AuthorList } from "@/app/_citation/author-line";
import { IdentifierLinks } from "@/app/_citation/identifier-links";
import { TitleText } from "@/app/_citation/title-text";
import { WorkNotices } from "@/app/_citation/work-notices";
import { PageHead } from "@/app/_ui/page-head";
import type { SuggestedCiters } from "@/db/queries/suggested-citers";
import { headline } from "@/lib/citation/headline";
import type { Hub } from "./load-hub";

/** The head of the hub's page: what the work is, and in a few sentences how it was received. */
export function HubHead({ hub, suggested }: { hub: Hub; suggested: SuggestedCiters }) {
  return (
    <PageHead
      eyebrow={`Hub · ${hub.year ?? "year not known"}`}
      title={<TitleText title={hub.title} />}
      byline={<AuthorList authors={hub.authors} complete={hub.authorsComplete} />}
    >
      {hub.venue === null ? null : (
        <p className="mt-1.5 text-ui text-soft">
          <span dir="auto">{hub.venue}</span>
        </p>
      )}
      <IdentifierLinks identifiers={hub.identifiers} />
      <WorkNotices notices={hub.notices} />
      <Headline suggested={suggested} />
    </PageHead>
  );
}

/** Until people can vote, the headline is drawn from suggestions where there are any, and says so. */
function Headline({ suggested }: { suggested: SuggestedCiters }) {
  const isSuggested = suggested.labelled > 0;
  const { parts } = headline({ ...suggested, labels: isSuggested ? "suggestion" : "vote" });
  return (
    <p className="mt-5 max-w-[760px] font-serif text-lede">
      {parts.map(({ text, emphasis }) =>
        emphasis ? (
          <b key={text} className="font-semibold">
            {text}
          </b>
        ) : (
          text
        ),
      )}
      {isSuggested ? " Nobody has voted yet." : null}
    </p>
  );
}
