import type { Metadata } from "next";
import { permanentRedirect, redirect } from "next/navigation";
import { CiterArticle } from "@/app/_citation/citer-article";
import { citerMetadata } from "@/app/_citation/citer-metadata";
import { NeighbourLinks } from "@/app/_citation/neighbour-links";
import { plainTitle } from "@/app/_citation/title-text";
import { Notice } from "@/app/_ui/notice";
import { findRemaining, loadCiter } from "@/app/citers/[id]/load-citer";
import { getNeighbours } from "@/db/queries/neighbours";
import { database } from "@/lib/database";
import { findMovedHub, loadHub } from "../../load-hub";
import { citerInViewHref, readCiterSearch } from "../search-params";
import { ViewBar } from "./view-bar";

type Props = PageProps<"/hubs/[slug]/citers/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const citer = await loadCiter((await params).id);
  return citer === null ? {} : { ...citerMetadata(citer), robots: { index: false, follow: true } };
}

/** A citing paper as one of those that a view of the explorer lists, with the ways to the one before and after it. */
export default async function CiterInViewPage({ params, searchParams }: Props) {
  const { slug, id } = await params;
  const view = readCiterSearch(await searchParams);
  const [hub, citer] = await Promise.all([loadHub(slug), loadCiter(id)]);
  const moved = hub === null ? await findMovedHub(slug) : null;
  if (moved !== null && citer !== null) permanentRedirect(citerInViewHref(moved, citer.id, view));
  const remaining = citer === null ? await findRemaining(id) : null;
  if (hub !== null && remaining !== null) redirect(citerInViewHref(hub.slug, remaining, view));
  // Its own page says, also to readers without script, what is not there; see CONTRIBUTING.md.
  if (hub === null || citer === null || !citer.hubs.some((cited) => cited.id === hub.id))
    redirect(`/citers/${encodeURIComponent(id)}`);
  const neighbours = await getNeighbours(database(), hub.id, citer.id, view);
  return (
    <>
      <ViewBar slug={hub.slug} view={view} neighbours={neighbours} />
      {neighbours === null ? (
        <Notice>
          This search does not find the paper any longer: what is known or said of it may have changed.
        </Notice>
      ) : null}
      <CiterArticle
        citer={citer}
        othersOf={(cited) =>
          cited.id === hub.id ? (
            <NeighbourLinks
              label={`Citers of ${plainTitle(hub.title)} before and after it in the list`}
              words={{ before: "Before it in the list", after: "After it in the list" }}
              neighbours={neighbours}
              hrefOf={(workId) => citerInViewHref(hub.slug, workId, view)}
            />
          ) : null
        }
      />
    </>
  );
}
