import type { Route } from "next";
import { AuthorLine } from "@/app/_citation/author-line";
import { CitationChips } from "@/app/_citation/citation-chips";
import { citerPath } from "@/app/_citation/citer-metadata";
import { InlineText } from "@/app/_citation/inline-text";
import { MarkedQuote } from "@/app/_citation/marked-quote";
import { sourceName } from "@/app/_citation/source-name";
import { TitleText } from "@/app/_citation/title-text";
import { NoticeChips } from "@/app/_citation/work-notices";
import { Chip } from "@/app/_ui/chip";
import { PageLink } from "@/app/_ui/page-link";
import type { HubFigures } from "@/db/queries/hub-figures";
import type { RepresentativeRow } from "@/db/queries/representatives";
import { LABEL_KINDS, type LabelKind } from "@/lib/citation/label-kind";
import { formatPartialDate } from "@/lib/citation/partial-date";
import { RULE_TEXT } from "@/lib/citation/representative";
import { reasonText } from "@/lib/citation/representative-text";

/** Representative papers, each with the reason why, and the rule by which they were chosen. */
export function RepresentativeList({
  papers,
  figures,
  hrefOf,
}: {
  papers: readonly RepresentativeRow[];
  figures: Pick<HubFigures, "voted" | "suggested">;
  hrefOf: (workId: number) => Route;
}) {
  const labels = LABEL_KINDS.filter((kind) =>
    kind === "vote" ? figures.voted > 0 : figures.suggested.labelled > 0,
  );
  return (
    <>
      <ol>
        {papers.map((paper) => (
          <RepresentativePaper key={paper.workId} paper={paper} labels={labels} href={hrefOf(paper.workId)} />
        ))}
      </ol>
      <details className="border-t border-line pt-3 text-small text-soft">
        <summary>How these are chosen</summary>
        <p className="mt-1.5 max-w-[74ch]">
          {RULE_TEXT} Where nobody has voted on a paper, its role and polarity are those that imports and
          models suggest.
        </p>
      </details>
    </>
  );
}

function RepresentativePaper({
  paper,
  labels,
  href,
}: {
  paper: RepresentativeRow;
  labels: readonly LabelKind[];
  href: Route;
}) {
  const { workId, reason, title, authors, authorsComplete, published, summary, isSelf, notices, context } =
    paper;
  return (
    <li className="border-t border-line pt-4 pb-4.5">
      <p className="text-small font-medium text-mixed-ink">{reasonText(reason, labels)}</p>
      <h3 className="mt-0.5 font-serif text-body leading-snug font-semibold [overflow-wrap:anywhere]">
        <PageLink href={href} className="text-ink no-underline hover:underline">
          <TitleText title={title} />
        </PageLink>
      </h3>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-soft">
        <span>
          <AuthorLine authors={authors} complete={authorsComplete} />
          {" · "}
          {published === null ? "date not known" : formatPartialDate(published)}
        </span>
        <NoticeChips notices={notices} />
        {isSelf ? <Chip>self-citation</Chip> : null}
        <CitationChips label={paper} />
      </p>
      {context === null ? null : <Sentence workId={workId} context={context} />}
      {context !== null || summary === null ? null : (
        <p dir="auto" className="mt-1.5 max-w-[74ch] font-serif text-list">
          <InlineText text={summary} />
        </p>
      )}
    </li>
  );
}

function Sentence({
  workId,
  context,
}: {
  workId: number;
  context: NonNullable<RepresentativeRow["context"]>;
}) {
  const { id, section, text, markers, implicit, source } = context;
  return (
    <figure className="mt-2.5 max-w-[66ch] border-s-2 border-line ps-4">
      <MarkedQuote text={text} markers={markers} />
      <figcaption className="mt-1 flex flex-wrap gap-x-2 text-small text-soft">
        {section === null ? null : <span dir="auto">{section}</span>}
        <PageLink href={`${citerPath(workId)}#c-${id}`}>permalink</PageLink>
        <span>from {sourceName(source)}</span>
        {implicit ? <span>without a citation mark</span> : null}
      </figcaption>
    </figure>
  );
}
