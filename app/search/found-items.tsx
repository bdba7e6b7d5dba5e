import { AuthorLine } from "@/app/_citation/author-line";
import { CitationChips } from "@/app/_citation/citation-chips";
import { HitText } from "@/app/_citation/hit-text";
import { plainTitle } from "@/app/_citation/title-text";
import { NoticeChips } from "@/app/_citation/work-notices";
import { Chip } from "@/app/_ui/chip";
import { PageLink } from "@/app/_ui/page-link";
import type { FoundCiter, FoundSentence } from "@/db/queries/search-results";
import { count } from "@/lib/citation/count";
import { plainText } from "@/lib/citation/inline-markup";
import { formatPartialDate } from "@/lib/citation/partial-date";
import type { Query } from "@/lib/citation/query";

const ITEM = "border-t border-line pt-4 pb-4.5 first:border-t-0";
const TITLE = "font-serif text-body font-semibold leading-snug [overflow-wrap:anywhere]";

/** Which hub a paper or a sentence is about. */
function AboutHub({ slug, title }: { slug: string; title: string | null }) {
  return (
    <>
      cites{" "}
      <PageLink href={`/hubs/${slug}`} className="text-soft">
        <span dir="auto">{plainTitle(title)}</span>
      </PageLink>
    </>
  );
}

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

/** A sentence that was found, with its paper and the hub of which it speaks. */
export function FoundSentenceItem({ sentence, query }: { sentence: FoundSentence; query: Query }) {
  const { id, workId, section, before, text, after, title, authors, authorsComplete, published } = sentence;
  return (
    <li className={ITEM}>
      <blockquote className="max-w-[74ch] font-serif text-quote leading-relaxed [overflow-wrap:anywhere]">
        {before === null ? null : (
          <span dir="auto" className="text-soft">
            {before}{" "}
          </span>
        )}
        <HitText text={text} query={query} />
        {after === null ? null : (
          <span dir="auto" className="text-soft">
            {" "}
            {after}
          </span>
        )}
      </blockquote>
      <h3 className="mt-2 text-ui font-medium [overflow-wrap:anywhere]">
        <PageLink href={`/citers/${workId}#c-${id}`}>
          <span dir="auto">{plainTitle(title)}</span>
        </PageLink>
      </h3>
      <p className="mt-0.5 text-small text-soft">
        <AuthorLine authors={authors} complete={authorsComplete} />
        {" · "}
        {published === null ? "date not known" : formatPartialDate(published)}
        {section === null ? null : <span dir="auto"> · {section}</span>}
        {" · "}
        <AboutHub slug={sentence.hubSlug} title={sentence.hubTitle} />
      </p>
    </li>
  );
}
