import type { Metadata } from "next";
import { permanentRedirect, redirect } from "next/navigation";
import { CiterItem } from "@/app/_citation/citer-item";
import { DemonstrationNotice } from "@/app/_citation/demonstration-notice";
import { plainTitle, TitleText } from "@/app/_citation/title-text";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Pager } from "@/app/_ui/pager";
import { countCiters, listCiters } from "@/db/queries/citers";
import { getHubFigures } from "@/db/queries/hub-figures";
import { count, share } from "@/lib/citation/count";
import { database } from "@/lib/database";
import { findMovedHub, loadHub } from "../load-hub";
import { NoCiters } from "./no-citers";
import { SearchForm } from "./search-form";
import { citersHref, isFiltered, readCiterSearch } from "./search-params";

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
    description: `The papers known to cite “${title}”, with search by words and year.`,
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
  const { sort, after } = search;
  const db = database();
  const [{ citers: total }, { citers, next }, found] = await Promise.all([
    getHubFigures(db, hub.id),
    listCiters(db, hub.id, { filter: search, sort, after, limit: PAGE_SIZE }),
    isFiltered(search) ? countCiters(db, hub.id, search) : null,
  ]);
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
      <SearchForm key={citersHref(hub.slug, search)} slug={hub.slug} search={search} />
      <section aria-labelledby="found" className="max-w-[860px]">
        <div className="mt-7 mb-3 flex flex-wrap items-baseline gap-x-4 text-ui">
          <h2 id="found" className="font-semibold">
            {found === null ? count(total, "citer") : `${share(found, total)} citers`}
          </h2>
          {found ? <PageLink href={citersHref(hub.slug, { sort })}>Clear the search</PageLink> : null}
        </div>
        {citers.length === 0 ? (
          <NoCiters slug={hub.slug} search={search} total={total} />
        ) : (
          <ol>
            {citers.map((citer) => (
              <CiterItem key={citer.workId} citer={citer} />
            ))}
          </ol>
        )}
        <Pager
          label="Pages of citing papers"
          first={after === null ? null : citersHref(hub.slug, { ...search, after: null })}
          next={next === null ? null : citersHref(hub.slug, { ...search, after: next })}
        />
      </section>
    </>
  );
}
