import type { Metadata } from "next";
import { permanentRedirect, redirect } from "next/navigation";
import { CiterItem } from "@/app/_citation/citer-item";
import { DemonstrationNotice } from "@/app/_citation/demonstration-notice";
import { OrderField } from "@/app/_citation/order-field";
import { QueryHelp } from "@/app/_citation/query-help";
import { QueryProblems } from "@/app/_citation/query-problems";
import { SearchBox } from "@/app/_citation/search-box";
import { plainTitle, TitleText } from "@/app/_citation/title-text";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Pager } from "@/app/_ui/pager";
import { getCiterFacets } from "@/db/queries/citer-facets";
import { CITER_SORTS } from "@/db/queries/citer-order";
import { listCiters } from "@/db/queries/citers";
import { getHubFigures } from "@/db/queries/hub-figures";
import { countSentences } from "@/db/queries/search";
import { count, share } from "@/lib/citation/count";
import { database } from "@/lib/database";
import { ExportLinks } from "../export/export-links";
import { findMovedHub, loadHub } from "../load-hub";
import { sentencesHref } from "../sentences/sentences-href";
import { ActiveTerms } from "./active-terms";
import { Facets } from "./facets";
import { NoCiters } from "./no-citers";
import { RepresentativesOfView } from "./representatives-of-view";
import { citerInViewHref, citersHref, readCiterSearch } from "./search-params";
import { UnitLinks } from "./unit-links";

const PAGE_SIZE = 50;

type Props = PageProps<"/hubs/[slug]/citers">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const hub = await loadHub((await params).slug);
  if (hub === null) return {};
  const search = readCiterSearch(await searchParams);
  const isPlain = citersHref(hub.slug, search) === citersHref(hub.slug);
  const title = plainTitle(hub.title);
  return {
    title: `Citing papers of ${title}`,
    description: `The papers known to cite “${title}”, with search by words, role, polarity, year and more.`,
    alternates: { canonical: citersHref(hub.slug) },
    robots: isPlain ? undefined : { index: false, follow: true },
  };
}

export default async function CitersPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const hub = await loadHub(slug);
  const search = readCiterSearch(await searchParams);
  if (hub === null) {
    const moved = await findMovedHub(slug);
    if (moved !== null) permanentRedirect(citersHref(moved, search));
    // The hub's page says that there is no such hub, also to readers without script; see CONTRIBUTING.md.
    redirect(`/hubs/${encodeURIComponent(slug)}`);
  }
  const { query, sort, after } = search;
  const db = database();
  const [figures, { citers, next }, facets, sentences] = await Promise.all([
    getHubFigures(db, hub.id),
    listCiters(db, hub.id, { query, sort, after, limit: PAGE_SIZE }),
    getCiterFacets(db, hub.id, query),
    countSentences(db, hub.id, query),
  ]);
  const known = figures.citers;
  return (
    <>
      {hub.demonstration ? <DemonstrationNotice /> : null}
      <PageHead
        eyebrow={`Hub · ${hub.year ?? "year not known"}`}
        title="Citing papers"
        byline={
          <p className="font-serif text-lede leading-snug">
            of{" "}
            <PageLink href={`/hubs/${hub.slug}`}>
              <TitleText title={hub.title} />
            </PageLink>
          </p>
        }
      />
      <div className="border-t border-line pt-5">
        <SearchBox
          key={citersHref(hub.slug, search)}
          action={citersHref(hub.slug)}
          text={search.text}
          label="Words, or terms such as role:method"
        >
          <OrderField sort={search.sort} sorts={CITER_SORTS} />
        </SearchBox>
      </div>
      <QueryHelp />
      <QueryProblems
        text={search.text}
        problems={search.problems}
        hrefOf={(text) => citersHref(hub.slug, { text, sort })}
      />
      <ActiveTerms query={query} hrefOf={(text) => citersHref(hub.slug, { text, sort })} />
      <div className="mt-7 grid items-start gap-x-14 gap-y-8 border-t border-line pt-6 lg:grid-cols-[minmax(0,1fr)_15rem]">
        <section aria-labelledby="found" className="min-w-0">
          <UnitLinks
            shown="papers"
            papers={{ href: citersHref(hub.slug, { text: search.text }), count: facets.total }}
            sentences={{ href: sentencesHref(hub.slug, { text: search.text }), count: sentences }}
          />
          <div className="mt-5 mb-3 flex flex-wrap items-baseline gap-x-6 text-ui">
            <h2 id="found" className="font-semibold">
              {query.terms.length === 0 ? count(known, "citer") : `${share(facets.total, known)} citers`}
            </h2>
            {facets.total === 0 ? null : (
              <a href="#narrow" className="lg:hidden print:hidden">
                Narrow the list
              </a>
            )}
          </div>
          <RepresentativesOfView hub={hub} search={search} total={facets.total} figures={figures} />
          {citers.length === 0 ? (
            <NoCiters slug={hub.slug} search={search} known={known} />
          ) : (
            <ol>
              {citers.map((citer) => (
                <CiterItem
                  key={citer.workId}
                  citer={citer}
                  query={query}
                  href={citerInViewHref(hub.slug, citer.workId, search)}
                />
              ))}
            </ol>
          )}
          <Pager
            label="Pages of citing papers"
            first={after === null ? null : citersHref(hub.slug, { ...search, after: null })}
            next={next === null ? null : citersHref(hub.slug, { ...search, after: next })}
          />
          {citers.length === 0 || search.problems.length > 0 ? null : (
            <details className="mt-8 text-small print:hidden">
              <summary className="text-ui font-medium text-accent">
                {facets.total === 1 ? "Export this paper" : `Export these ${count(facets.total, "paper")}`}
              </summary>
              <div className="mt-3">
                <ExportLinks slug={hub.slug} view={search} />
              </div>
            </details>
          )}
        </section>
        <Facets slug={hub.slug} view={search} query={query} facets={facets} />
      </div>
    </>
  );
}
