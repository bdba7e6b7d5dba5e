import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Abstract } from "@/app/_citation/abstract";
import { DemonstrationNotice } from "@/app/_citation/demonstration-notice";
import { plainTitle } from "@/app/_citation/title-text";
import { database } from "@/app/_data/database";
import { listCiters } from "@/db/queries/citers";
import { getHubFigures, listClaims, listCoCited, listReportedCounts } from "@/db/queries/hub";
import { listSourceNotes } from "@/db/queries/source-notes";
import { excerpt } from "@/lib/citation/excerpt";
import { CitersByYear } from "./citers-by-year";
import { CitingPapers } from "./citing-papers";
import { ClaimsLedger } from "./claims-ledger";
import { CoCitedWorks } from "./co-cited-works";
import { Coverage } from "./coverage";
import { HubHead } from "./hub-head";
import { HubTools } from "./hub-tools";
import { loadHub } from "./load-hub";
import { ReportedElsewhere } from "./reported-elsewhere";
import { SuggestedLabels } from "./suggested-labels";

const CITERS_SHOWN = 25;
const CO_CITED_SHOWN = 10;
const DESCRIPTION_LENGTH = 200;
const NO_FILTER = { words: "", fromYear: null, toYear: null };

/** None at build time: every hub page is rendered when it is first asked for, and then kept until its data change. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: PageProps<"/hubs/[slug]">): Promise<Metadata> {
  const { slug } = await params;
  const hub = await loadHub(slug);
  if (hub === null) return {};
  const title = plainTitle(hub.title);
  return {
    title,
    description: excerpt(`How “${title}” was received by the papers that cite it.`, DESCRIPTION_LENGTH),
    alternates: { canonical: `/hubs/${hub.slug}` },
  };
}

export default async function HubPage({ params }: PageProps<"/hubs/[slug]">) {
  const { slug } = await params;
  const hub = await loadHub(slug);
  if (hub === null) notFound();
  const db = database();
  const [figures, claims, reported, coCited, notes, { citers }] = await Promise.all([
    getHubFigures(db, hub.id),
    listClaims(db, hub.id),
    listReportedCounts(db, hub.id),
    listCoCited(db, hub.id, CO_CITED_SHOWN),
    listSourceNotes(db, hub.workId),
    listCiters(db, hub.id, { filter: NO_FILTER, sort: "newest", after: null, limit: CITERS_SHOWN }),
  ]);
  return (
    <>
      {hub.demonstration ? <DemonstrationNotice /> : null}
      <HubHead hub={hub} figures={figures} />
      <div className="grid items-start border-t border-line lg:grid-cols-[minmax(0,1fr)_292px] lg:grid-rows-[auto_auto_1fr] lg:gap-x-14">
        <div className="lg:col-start-2 lg:row-start-1">
          <Coverage figures={figures} />
        </div>
        <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <Abstract abstract={hub.abstract} claims={claims} notes={notes} />
          <ReportedElsewhere reported={reported} />
          <SuggestedLabels figures={figures} />
          <CitersByYear years={figures.years} citers={figures.citers} />
          <ClaimsLedger claims={claims} />
        </div>
        <div className="lg:col-start-2 lg:row-span-2 lg:row-start-2">
          <CoCitedWorks works={coCited} withReferences={figures.withReferences} />
        </div>
        <div className="min-w-0 lg:col-start-1 lg:row-start-3">
          <CitingPapers slug={hub.slug} citers={citers} total={figures.citers} />
          <HubTools slug={hub.slug} citers={figures.citers} />
        </div>
      </div>
    </>
  );
}
