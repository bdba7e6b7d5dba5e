import type { Metadata } from "next";
import { permanentRedirect, redirect } from "next/navigation";
import { DemonstrationNotice } from "@/app/_citation/demonstration-notice";
import { plainTitle, TitleText } from "@/app/_citation/title-text";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Pager } from "@/app/_ui/pager";
import {
  CO_CITED_SORTS,
  type CoCitedSort,
  countCoCited,
  listCoCited,
  listCoCiterRoles,
} from "@/db/queries/co-cited";
import { getHubFigures } from "@/db/queries/hub-figures";
import { count } from "@/lib/citation/count";
import { database } from "@/lib/database";
import { CoCitedItem } from "../co-cited-item";
import { coCitedStrength } from "../co-cited-strength";
import { NoCoCited, StrengthNote } from "../co-cited-works";
import { findMovedHub, loadHub } from "../load-hub";
import { CoCiterRoles } from "./co-citer-roles";
import { coCitedHref, readCoCitedSearch } from "./search-params";

const PAGE_SIZE = 50;

const SORT_LABELS: Readonly<Record<CoCitedSort, string>> = {
  together: "cited together most often",
  strength: "strongest first",
  newest: "newest first",
  oldest: "oldest first",
};

type Props = PageProps<"/hubs/[slug]/cocited">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const hub = await loadHub((await params).slug);
  if (hub === null) return {};
  const isPlain = coCitedHref(hub.slug, readCoCitedSearch(await searchParams)) === coCitedHref(hub.slug);
  const title = plainTitle(hub.title);
  return {
    title: `Works cited beside ${title}`,
    description: `What the papers that cite “${title}” cite as well, and what they use it for.`,
    alternates: { canonical: coCitedHref(hub.slug) },
    robots: isPlain ? undefined : { index: false, follow: true },
  };
}

export default async function CoCitedPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const hub = await loadHub(slug);
  const { sort, after } = readCoCitedSearch(await searchParams);
  if (hub === null) {
    const moved = await findMovedHub(slug);
    if (moved !== null) permanentRedirect(coCitedHref(moved, { sort, after }));
    // The hub's page says that there is no such hub, also to readers without script; see CONTRIBUTING.md.
    redirect(`/hubs/${encodeURIComponent(slug)}`);
  }
  const db = database();
  const [{ withReferences }, total, { works, next }] = await Promise.all([
    getHubFigures(db, hub.id),
    countCoCited(db, hub.id),
    listCoCited(db, hub.id, { sort, after, limit: PAGE_SIZE }),
  ]);
  const roles = await listCoCiterRoles(
    db,
    hub.id,
    works.map((work) => work.workId),
  );
  return (
    <>
      {hub.demonstration ? <DemonstrationNotice /> : null}
      <PageHead
        eyebrow={`Hub · ${hub.year ?? "year not known"}`}
        title="Co-cited works"
        byline={
          <p className="font-serif text-lede leading-snug">
            cited beside{" "}
            <PageLink href={`/hubs/${hub.slug}`}>
              <TitleText title={hub.title} />
            </PageLink>
          </p>
        }
      />
      {total === 0 ? (
        <NoCoCited withReferences={withReferences} />
      ) : (
        <section aria-labelledby="found" className="max-w-[860px] border-t border-line pt-6">
          <div className="mb-1 flex flex-wrap items-baseline gap-x-6 gap-y-1">
            <h2 id="found" className="text-ui font-semibold">
              {count(total, "work")}, {SORT_LABELS[sort]}
            </h2>
            <Orders slug={hub.slug} sort={sort} />
          </div>
          <p className="max-w-[70ch] text-small text-soft">
            Each is cited beside the hub by k of the {count(withReferences, "citer")} whose reference list is
            known; the link leads to these papers. Roles are what they use the hub for.
          </p>
          {works.some((work) => coCitedStrength(work, withReferences) !== null) ? <StrengthNote /> : null}
          {works.length === 0 ? (
            <div className="mt-6">
              <Empty>There are no more works in this order.</Empty>
            </div>
          ) : (
            <ol className="mt-4 divide-y divide-line">
              {works.map((work) => (
                <CoCitedItem key={work.workId} hub={hub.slug} work={work} withReferences={withReferences}>
                  <CoCiterRoles roles={roles.get(work.workId)} citers={work.citers} />
                </CoCitedItem>
              ))}
            </ol>
          )}
          <Pager
            label="Pages of co-cited works"
            first={after === null ? null : coCitedHref(hub.slug, { sort })}
            next={next === null ? null : coCitedHref(hub.slug, { sort, after: next })}
          />
        </section>
      )}
    </>
  );
}

/** The other orders, each an address of its own. */
function Orders({ slug, sort }: { slug: string; sort: CoCitedSort }) {
  return (
    <nav aria-label="Order" className="text-small print:hidden">
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {CO_CITED_SORTS.filter((one) => one !== sort).map((one) => (
          <li key={one}>
            <PageLink href={coCitedHref(slug, { sort: one })}>{SORT_LABELS[one]}</PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
