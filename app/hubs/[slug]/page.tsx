import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { Abstract } from "@/app/_citation/abstract";
import { DemonstrationNotice } from "@/app/_citation/demonstration-notice";
import { Provenance } from "@/app/_citation/provenance";
import { plainTitle } from "@/app/_citation/title-text";
import { WorkData } from "@/app/_citation/work-data";
import { workMetadata } from "@/app/_citation/work-metadata";
import { listAgreement } from "@/db/queries/agreement";
import { listCiters } from "@/db/queries/citers";
import { listCoCited } from "@/db/queries/co-cited";
import { listContested } from "@/db/queries/contested";
import { listClaims, listReportedCounts } from "@/db/queries/hub";
import { getHubFigures } from "@/db/queries/hub-figures";
import { getProvenance } from "@/db/queries/provenance";
import { listRepresentatives } from "@/db/queries/representatives";
import { getSuggestedFigures } from "@/db/queries/suggested";
import { countVoters, getVotedFigures } from "@/db/queries/voted";
import { database } from "@/lib/database";
import type { ExportFormat } from "@/lib/export/formats";
import { Agreement } from "./agreement";
import { ByYear } from "./by-year";
import { CitingPapers } from "./citing-papers";
import { ClaimsLedger } from "./claims-ledger";
import { CoCitedWorks } from "./co-cited-works";
import { Coverage } from "./coverage";
import { exportHref } from "./export/search-params";
import { headlineSource } from "./headline-source";
import { HowJudged } from "./how-judged";
import { HowUsed } from "./how-used";
import { HubHead } from "./hub-head";
import { HubTools } from "./hub-tools";
import { findMovedHub, loadHub } from "./load-hub";
import { MostContested } from "./most-contested";
import { receptionYears } from "./reception-years";
import { ReportedElsewhere } from "./reported-elsewhere";
import { RepresentativePapers } from "./representative-papers";

const CITERS_SHOWN = 25;
const CO_CITED_SHOWN = 10;
const CONTESTED_SHOWN = 5;

const hubPath = (slug: string) => `/hubs/${slug}`;

/** None at build time: every hub page is rendered when it is first asked for, and then kept until its data change. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: PageProps<"/hubs/[slug]">): Promise<Metadata> {
  const hub = await loadHub((await params).slug);
  if (hub === null) return {};
  const description = `How “${plainTitle(hub.title)}” was received by the papers that cite it.`;
  return workMetadata(hub, { path: hubPath(hub.slug), description, data: dataAddresses(hub.slug) });
}

/** Where the same is told to programs, by what is told in. */
function dataAddresses(slug: string): Record<string, string> {
  const exported = (format: ExportFormat) => exportHref(slug, new URLSearchParams({ format }));
  return {
    "application/atom+xml": `${hubPath(slug)}/feed.xml`,
    "application/json": `/api/v1${hubPath(slug)}`,
    "application/ld+json": exported("jsonld"),
    "application/x-bibtex": exported("bibtex"),
    "text/csv": exported("csv"),
  };
}

export default async function HubPage({ params }: PageProps<"/hubs/[slug]">) {
  const { slug } = await params;
  const hub = await loadHub(slug);
  if (hub === null) {
    const moved = await findMovedHub(slug);
    if (moved !== null) permanentRedirect(`/hubs/${moved}`);
    notFound();
  }
  const db = database();
  const [figures, suggested, voted, people, agreement, contested] = await Promise.all([
    getHubFigures(db, hub.id),
    getSuggestedFigures(db, hub.id),
    getVotedFigures(db, hub.id),
    countVoters(db, hub.id),
    listAgreement(db, hub.id),
    listContested(db, hub.id, CONTESTED_SHOWN),
  ]);
  const [claims, reported, coCited, papers, provenance, { citers }] = await Promise.all([
    listClaims(db, hub.id),
    listReportedCounts(db, hub.id),
    listCoCited(db, hub.id, { sort: "together", after: null, limit: CO_CITED_SHOWN }),
    listRepresentatives(db, hub.id),
    getProvenance(db, hub.workId),
    listCiters(db, hub.id, { sort: "newest", after: null, limit: CITERS_SHOWN }),
  ]);
  return (
    <>
      <WorkData work={hub} path={hubPath(hub.slug)} />
      {hub.demonstration ? <DemonstrationNotice /> : null}
      <HubHead hub={hub} figures={headlineSource(figures, voted)} voted={voted} />
      <div className="grid items-start border-t border-line lg:grid-cols-[minmax(0,1fr)_292px] lg:grid-rows-[auto_1fr] lg:gap-x-14">
        <div className="min-w-0 lg:col-start-2 lg:row-start-1 lg:mt-3">
          <Coverage figures={figures} people={people} />
          <Agreement agreement={agreement} people={people} contested={figures.contested} />
        </div>
        <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <Abstract abstract={hub.abstract} claims={claims} />
          <HowJudged slug={hub.slug} voted={voted.polarity} suggested={suggested.unlabelled} />
          <div className="grid gap-x-11 md:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
            <HowUsed slug={hub.slug} figures={figures} voted={voted} />
            <ByYear slug={hub.slug} reception={receptionYears(voted, suggested)} />
          </div>
          <ClaimsLedger slug={hub.slug} claims={claims} voted={voted.claims} people={people} />
          <MostContested targets={contested} people={people} />
          <CoCitedWorks
            slug={hub.slug}
            works={coCited.works}
            hasMore={coCited.next !== null}
            withReferences={figures.withReferences}
          />
          <RepresentativePapers papers={papers} figures={figures} />
          <CitingPapers slug={hub.slug} citers={citers} total={figures.citers} />
        </div>
        <div className="min-w-0 lg:col-start-2 lg:row-start-2">
          <ReportedElsewhere reported={reported} />
          <HubTools hub={hub} citers={figures.citers} />
          <Provenance {...provenance} />
        </div>
      </div>
    </>
  );
}
