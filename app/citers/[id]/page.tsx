import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Abstract } from "@/app/_citation/abstract";
import { AuthorList } from "@/app/_citation/author-line";
import { DemonstrationNotice } from "@/app/_citation/demonstration-notice";
import { IdentifierLinks } from "@/app/_citation/identifier-links";
import { InlineText } from "@/app/_citation/inline-text";
import { Provenance } from "@/app/_citation/provenance";
import { sourceName } from "@/app/_citation/source-name";
import { plainTitle, TitleText } from "@/app/_citation/title-text";
import { WorkData } from "@/app/_citation/work-data";
import { workMetadata } from "@/app/_citation/work-metadata";
import { WorkNotices } from "@/app/_citation/work-notices";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Section } from "@/app/_ui/section";
import type { Citer } from "@/db/queries/citer";
import { getNeighbours } from "@/db/queries/neighbours";
import { count } from "@/lib/citation/count";
import { formatPartialDate } from "@/lib/citation/partial-date";
import { database } from "@/lib/database";
import { CitedHub } from "./cited-hub";
import { findRemaining, loadCiter } from "./load-citer";

const citerPath = (id: number) => `/citers/${id}` as const;

/** None at build time, as on the hub page. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: PageProps<"/citers/[id]">): Promise<Metadata> {
  const citer = await loadCiter((await params).id);
  if (citer === null) return {};
  const hubs = citer.hubs.map((hub) => `“${plainTitle(hub.title)}”`).join(" and ");
  const description = `How “${plainTitle(citer.title)}” cites ${hubs}.`;
  return workMetadata(citer, { path: citerPath(citer.id), description });
}

export default async function CiterPage({ params }: PageProps<"/citers/[id]">) {
  const { id } = await params;
  const citer = await loadCiter(id);
  if (citer === null) {
    // Not for good: a merge may be taken apart.
    const remaining = await findRemaining(id);
    if (remaining !== null) redirect(citerPath(remaining));
    notFound();
  }
  const db = database();
  const hubs = await Promise.all(
    citer.hubs.map(async (hub) => ({ hub, neighbours: await getNeighbours(db, hub.id, citer.id) })),
  );
  return (
    <>
      <WorkData work={citer} path={citerPath(citer.id)} />
      {citer.hubs.some((hub) => hub.demonstration) ? <DemonstrationNotice /> : null}
      <CiterHead citer={citer} />
      <div className="grid items-start border-t border-line lg:grid-cols-[minmax(0,1fr)_292px] lg:gap-x-14">
        <div className="min-w-0">
          <Section id="summary" title="In one line">
            <Summary summary={citer.summary} source={citer.summarySource} />
          </Section>
          <Abstract abstract={citer.abstract} />
          {hubs.map(({ hub, neighbours }) => (
            <CitedHub
              key={hub.id}
              hub={hub}
              neighbours={neighbours}
              contexts={citer.contexts.filter((context) => context.hubId === hub.id)}
              suggestions={citer.suggestions.filter((suggestion) => suggestion.hubId === hub.id)}
              workId={citer.id}
              targets={citer.targets.filter((target) => target.hubId === hub.id)}
              verdicts={citer.verdicts.filter((verdict) => verdict.hubId === hub.id)}
            />
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
