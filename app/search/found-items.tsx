import { AboutHub } from "@/app/_citation/about-hub";
import { AuthorLine } from "@/app/_citation/author-line";
import { CitationChips } from "@/app/_citation/citation-chips";
import { HitText } from "@/app/_citation/hit-text";
import { plainTitle } from "@/app/_citation/title-text";
import { NoticeChips } from "@/app/_citation/work-notices";
import { Chip } from "@/app/_ui/chip";
import { PageLink } from "@/app/_ui/page-link";
import type { FoundCiter } from "@/db/queries/search-results";
import { count } from "@/lib/citation/count";
import { plainText } from "@/lib/citation/inline-markup";
import { formatPartialDate } from "@/lib/citation/partial-date";
import type { Query } from "@/lib/citation/query";

const ITEM = "border-t border-line pt-4 pb-4.5 first:border-t-0";
const TITLE = "font-serif text-body font-semibold leading-snug [overflow-wrap:anywhere]";

/** A citing paper that was found, with the hub that it cites. */
export function FoundCiterItem({ citer, query }: { citer: FoundCiter; query: Query }) {
  const { workId, title, authors, authorsComplete, published, venue, summary, contextCount, isSelf } = citer;
  return (
    <li className={ITEM}>
      <h3 className={TITLE}>
        <PageLink href={`/citers/${workId}`} className="text-ink no-underline hover:underline">
          <HitText text={plainTitle(title)} query={query} />
        </PageLink>
      </h3>
      <p className="mt-1 text-small text-soft">
        <AuthorLine authors={authors} complete={authorsComplete} />
        {" · "}
        {published === null ? "date not known" : formatPartialDate(published)}
        {venue === null ? null : <span dir="auto"> · {venue}</span>}
      </p>
      {summary === null ? null : (
        <p className="mt-1.5 max-w-[74ch] font-serif text-list">
          <HitText text={plainText(summary)} query={query} />
        </p>
      )}
      <p className="mt-2 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-small text-soft">
        <NoticeChips notices={citer.notices} />
        {isSelf ? <Chip>self-citation</Chip> : null}
        <CitationChips label={citer} />
        {contextCount === 0 ? null : <span>{count(contextCount, "sentence")}</span>}
      </p>
      <p className="mt-1 text-small text-soft">
        <AboutHub slug={citer.hubSlug} title={citer.hubTitle} />
      </p>
    </li>
  );
}
