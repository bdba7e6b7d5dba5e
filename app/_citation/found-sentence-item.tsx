import { PageLink } from "@/app/_ui/page-link";
import type { FoundSentence } from "@/db/queries/search-results";
import { formatPartialDate } from "@/lib/citation/partial-date";
import type { Query } from "@/lib/citation/query";
import { AboutHub } from "./about-hub";
import { AuthorLine } from "./author-line";
import { CitationChips } from "./citation-chips";
import { HitText } from "./hit-text";
import { plainTitle } from "./title-text";

/** A sentence that was found, with its paper and the hub of which it speaks. */
export function FoundSentenceItem({
  sentence,
  query,
  aboutHub,
}: {
  sentence: FoundSentence;
  query: Query;
  /** Whether to say of which hub it speaks. */
  aboutHub: boolean;
}) {
  const { id, workId, section, before, text, after, title, authors, authorsComplete, published } = sentence;
  return (
    <li className="border-t border-line pt-4 pb-4.5 first:border-t-0">
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
        {aboutHub ? (
          <>
            {" · "}
            <AboutHub slug={sentence.hubSlug} title={sentence.hubTitle} />
          </>
        ) : null}
      </p>
      {sentence.votes > 0 || sentence.suggestedPolarity !== null || sentence.suggestedRoles.length > 0 ? (
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-small text-soft">
          the citation as a whole: <CitationChips label={sentence} />
        </p>
      ) : null}
    </li>
  );
}
