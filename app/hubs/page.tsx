import type { Metadata } from "next";
import { HubItem } from "@/app/_citation/hub-item";
import { NoHubs } from "@/app/_citation/no-hubs";
import { SearchBox } from "@/app/_citation/search-box";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { listHubs } from "@/db/queries/hubs";
import { database } from "@/lib/database";
import { HUB_SORT_NAMES, HubOrderLinks } from "./hub-order-links";
import { hubsHref, readHubsPage } from "./search-params";

const PAGE_SIZE = 25;

export async function generateMetadata({ searchParams }: PageProps<"/hubs">): Promise<Metadata> {
  const isPlain = hubsHref(readHubsPage(await searchParams)) === "/hubs";
  return {
    title: "Hubs",
    description: "Every work whose reception is shown here, most cited first.",
    alternates: { canonical: "/hubs" },
    robots: isPlain ? undefined : { index: false, follow: true },
  };
}

export default async function HubsPage({ searchParams }: PageProps<"/hubs">) {
  const { sort, after } = readHubsPage(await searchParams);
  const rows = await listHubs(database(), { sort, after, limit: PAGE_SIZE + 1 });
  const hubs = rows.slice(0, PAGE_SIZE);
  const last = hubs.at(-1);
  return (
    <>
      <PageHead title="Hubs" />
      <div className="mb-6 max-w-[560px]">
        <SearchBox label="Search hubs, citers and sentences" />
      </div>
      {hubs.length > 0 ? (
        <section aria-labelledby="order">
          <h2 id="order" className="sr-only">
            {HUB_SORT_NAMES[sort]} first
          </h2>
          <HubOrderLinks shown={sort} />
          <ol>
            {hubs.map((hub) => (
              <HubItem key={hub.id} hub={hub} />
            ))}
          </ol>
        </section>
      ) : (
        <NoHubs beyondEnd={after !== null} />
      )}
      <Pager
        label="Pages of hubs"
        first={after === null ? null : hubsHref({ sort, after: null })}
        next={rows.length > PAGE_SIZE && last ? hubsHref({ sort, after: last }) : null}
      />
    </>
  );
}
