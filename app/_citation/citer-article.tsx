import type { ReactNode } from "react";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Section } from "@/app/_ui/section";
import type { Citer } from "@/db/queries/citer";
import { count } from "@/lib/citation/count";
import { formatPartialDate } from "@/lib/citation/partial-date";
import { Abstract } from "./abstract";
import { AuthorList } from "./author-line";
import { CitedHub } from "./cited-hub";
import { DemonstrationNotice } from "./demonstration-notice";
import { IdentifierLinks } from "./identifier-links";
import { InlineText } from "./inline-text";
import { Provenance } from "./provenance";
import { sourceName } from "./source-name";
import { TitleText } from "./title-text";
import { WorkNotices } from "./work-notices";

/** A citing paper: what it is, and what it says of each hub that it cites. */
export function CiterArticle({
  citer,
  othersOf,
}: {
  citer: Citer;
  /** The ways to other citers of a hub. */
  othersOf: (hub: Citer["hubs"][number]) => ReactNode;
}) {
  return (
    <>
      {citer.hubs.some((hub) => hub.demonstration) ? <DemonstrationNotice /> : null}
      <CiterHead citer={citer} />
      <div className="grid items-start border-t border-line lg:grid-cols-[minmax(0,1fr)_292px] lg:gap-x-14">
        <div className="min-w-0">
          <Section id="summary" title="In one line">
            <Summary summary={citer.summary} source={citer.summarySource} />
          </Section>
          <Abstract abstract={citer.abstract} />
          {citer.hubs.map((hub) => (
            <CitedHub
              key={hub.id}
              hub={hub}
              contexts={citer.contexts.filter((context) => context.hubId === hub.id)}
              suggestions={citer.suggestions.filter((suggestion) => suggestion.hubId === hub.id)}
              workId={citer.id}
              targets={citer.targets.filter((target) => target.hubId === hub.id)}
              verdicts={citer.verdicts.filter((verdict) => verdict.hubId === hub.id)}
            >
              {othersOf(hub)}
            </CitedHub>
          ))}
        </div>
        <div className="min-w-0 lg:mt-3">
          <Provenance said={citer.said} conflicts={citer.conflicts} />
        </div>
      </div>
    </>
  );
}

function CiterHead({ citer }: { citer: Citer }) {
  const { published, venue, citedByCount, fields } = citer;
  return (
    <PageHead
      eyebrow={`Citing paper · ${published === null ? "date not known" : formatPartialDate(published)}`}
      title={<TitleText title={citer.title} />}
      byline={<AuthorList authors={citer.authors} complete={citer.authorsComplete} />}
    >
      {venue === null ? null : (
        <p className="mt-1.5 text-ui text-soft">
          <span dir="auto">{venue}</span>
        </p>
      )}
      <IdentifierLinks identifiers={citer.identifiers} />
      {fields.length === 0 && citedByCount === null ? null : (
        <p className="mt-2.5 text-small text-soft">
          {[
            ...fields,
            ...(citedByCount === null ? [] : [`cited ${count(citedByCount, "time")}, as its sources report`]),
          ].join(" · ")}
        </p>
      )}
      <WorkNotices notices={citer.notices} />
    </PageHead>
  );
}

function Summary({ summary, source }: { summary: string | null; source: string | null }) {
  if (summary === null) return <Empty>No summary is known that is fit to be shown.</Empty>;
  return (
    <>
      <p dir="auto" className="max-w-[66ch] font-serif text-lede">
        <InlineText text={summary} />
      </p>
      {source === null ? null : (
        <p className="mt-1.5 text-small text-soft">summary by {sourceName(source)}</p>
      )}
    </>
  );
}
