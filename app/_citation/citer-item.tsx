import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { PageLink } from "@/app/_ui/page-link";
import type { CiterRow } from "@/db/queries/citers";
import { count } from "@/lib/citation/count";
import { plainText } from "@/lib/citation/inline-markup";
import { formatPartialDate } from "@/lib/citation/partial-date";
import { EVERYTHING, type Query } from "@/lib/citation/query";
import { queryMarks } from "@/lib/citation/query-marks";
import { AboutHub } from "./about-hub";
import { AuthorLine } from "./author-line";
import { CitationChips } from "./citation-chips";
import { citerPath } from "./citer-metadata";
import { HitText } from "./hit-text";
import { InlineText } from "./inline-text";
import { plainTitle, TitleText } from "./title-text";
import { NoticeChips } from "./work-notices";

type ListedCiter = Omit<CiterRow, "sortValue">;

/** A citing paper in a list. */
export function CiterItem({
  citer,
  href = citerPath(citer.workId),
  query = EVERYTHING,
  about = null,
}: {
  citer: ListedCiter;
  /** Where its title leads, if not to its own page. */
  href?: Route;
  /** Whose free words are marked. */
  query?: Query;
  /** The hub that it cites, where the list is not of one hub. */
  about?: { slug: string; title: string | null } | null;
}) {
  const { title, identifier, authors, authorsComplete, published, venue, summary, contextCount } = citer;
  return (
    <li className="border-t border-line pt-4 pb-4.5">
      <h3 className="font-serif text-body font-semibold leading-snug [overflow-wrap:anywhere]">
        <PageLink href={href} className="text-ink no-underline hover:underline">
          {title !== null && queryMarks(plainTitle(title), query).length > 0 ? (
            <HitText text={plainTitle(title)} query={query} />
          ) : (
            <TitleText title={title} identifier={identifier} />
          )}
        </PageLink>
      </h3>
      <p className="mt-1 text-small text-soft">
        <AuthorLine authors={authors} complete={authorsComplete} />
        {" · "}
        {published === null ? "date not known" : formatPartialDate(published)}
        {venue === null ? null : <span dir="auto"> · {venue}</span>}
      </p>
      {summary === null ? null : (
        <p dir="auto" className="mt-1.5 max-w-[74ch] font-serif text-list">
          {queryMarks(plainText(summary), query).length > 0 ? (
            <HitText text={plainText(summary)} query={query} />
          ) : (
            <InlineText text={summary} />
          )}
        </p>
      )}
      <CiterMarks citer={citer} sentences={contextCount} />
      {about === null ? null : (
        <p className="mt-1 text-small text-soft">
          <AboutHub slug={about.slug} title={about.title} />
        </p>
      )}
    </li>
  );
}

/** What is known of the tie between paper and hub, in a line; nothing when nothing is. */
function CiterMarks({ citer, sentences }: { citer: ListedCiter; sentences: number }) {
  const { notices, isSelf, citedByCount, suggestedPolarity, suggestedRoles, votes } = citer;
  const isLabelled = votes > 0 || suggestedPolarity !== null || suggestedRoles.length > 0;
  if (!isLabelled && notices.length === 0 && !isSelf && sentences === 0 && citedByCount === null) return null;
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-small text-soft">
      <NoticeChips notices={notices} />
      {isSelf ? <Chip>self-citation</Chip> : null}
      {sentences === 0 ? null : <span>{count(sentences, "sentence")}</span>}
      {citedByCount === null ? null : <span>cited {count(citedByCount, "time")}</span>}
      <CitationChips label={citer} />
    </p>
  );
}
