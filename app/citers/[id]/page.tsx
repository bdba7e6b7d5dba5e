import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CiterArticle } from "@/app/_citation/citer-article";
import { citerMetadata, citerPath } from "@/app/_citation/citer-metadata";
import { NeighbourLinks } from "@/app/_citation/neighbour-links";
import { plainTitle } from "@/app/_citation/title-text";
import { WorkData } from "@/app/_citation/work-data";
import { getNeighbours } from "@/db/queries/neighbours";
import { database } from "@/lib/database";
import { findRemaining, loadCiter } from "./load-citer";

/** None at build time, as on the hub page. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: PageProps<"/citers/[id]">): Promise<Metadata> {
  const citer = await loadCiter((await params).id);
  return citer === null ? {} : citerMetadata(citer);
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
  const neighbours = new Map(
    await Promise.all(
      citer.hubs.map(async ({ id: hubId }) => [hubId, await getNeighbours(db, hubId, citer.id)] as const),
    ),
  );
  return (
    <>
      <WorkData work={citer} path={citerPath(citer.id)} />
      <CiterArticle
        citer={citer}
        othersOf={(hub) => (
          <NeighbourLinks
            label={`Other citers of ${plainTitle(hub.title)}`}
            words={{ before: "Newer citer", after: "Older citer" }}
            neighbours={neighbours.get(hub.id) ?? null}
            hrefOf={citerPath}
          />
        )}
      />
    </>
  );
}
