import { AuthorList } from "@/app/_citation/author-line";
import { IdentifierLinks } from "@/app/_citation/identifier-links";
import { labelHubHref } from "@/app/_citation/label-links";
import { TitleText } from "@/app/_citation/title-text";
import { WorkNotices } from "@/app/_citation/work-notices";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import type { VotedFigures } from "@/db/queries/voted";
import { headline } from "@/lib/citation/headline";
import type { HeadlineFigures } from "@/lib/citation/headline-figures";
import { termsOfSentence } from "./figure-terms";
import { FilterLink } from "./filter-link";
import type { Hub } from "./load-hub";

/** The head of the hub's page: what the work is, and in a few sentences how it was received. */
export function HubHead({
  hub,
  figures,
  voted,
}: {
  hub: Hub;
  figures: HeadlineFigures;
  voted: VotedFigures;
}) {
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
      <Headline slug={hub.slug} figures={figures} voted={voted} />
      {figures.known === 0 ? null : (
        <p className="mt-2 text-ui print:hidden">
          <PageLink href={labelHubHref(hub.slug)}>Label this hub</PageLink>
        </p>
      )}
    </PageHead>
  );
}

/** How the hub was received, in a few sentences; drawn from suggestions it says so. */
function Headline({ slug, figures, voted }: { slug: string; figures: HeadlineFigures; voted: VotedFigures }) {
  const { parts } = headline(figures);
  return (
    <p className="mt-5 max-w-[760px] font-serif text-lede">
      {parts.map((part) => {
        const terms = part.counts ? termsOfSentence(part.counts, figures.labels, voted) : null;
        const key = `${part.text} ${JSON.stringify(part.counts)}`;
        if (terms !== null)
          return (
            <FilterLink key={key} slug={slug} terms={terms}>
              {part.text}
            </FilterLink>
          );
        return part.emphasis ? (
          <b key={key} className="font-semibold">
            {part.text}
          </b>
        ) : (
          part.text
        );
      })}
      {figures.labels === "suggestion" ? " Nobody has voted yet." : null}
    </p>
  );
}
