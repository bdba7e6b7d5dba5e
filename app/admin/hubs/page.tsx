import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { forAdmins } from "@/app/admin/for-admins";
import { type HubsShown, listHubsForAdmin } from "@/db/queries/hubs-for-admin";
import { requireAdmin } from "@/lib/auth/session";
import { database } from "@/lib/database";
import { ListSearchForm } from "../list-search-form";
import { HubForAdminItem } from "./hub-for-admin-item";
import { hubsForAdminHref, readHubsSearch } from "./search-params";

const PAGE_SIZE = 50;

export const generateMetadata = forAdmins({
  title: "Hubs, for admins",
  description: "Every hub, also those that readers do not see.",
  alternates: { canonical: "/admin/hubs" },
});

export default async function HubsForAdminPage({ searchParams }: PageProps<"/admin/hubs">) {
  await requireAdmin("/admin/hubs");
  const search = readHubsSearch(await searchParams);
  const { hubs, next } = await listHubsForAdmin(database(), { ...search, limit: PAGE_SIZE });
  return (
    <>
      <PageHead eyebrow="Admin" title="Hubs" />
      <ListSearchForm
        key={hubsForAdminHref(search)}
        action={hubsForAdminHref()}
        label="Part of a title or an address"
        words={search.words}
        shown={search.shown}
        choices={SHOWN_LABELS}
      />
      <section aria-labelledby="found" className="max-w-[860px]">
        <h2 id="found" className="mt-7 mb-3 text-ui font-semibold">
          Most cited first
        </h2>
        {hubs.length === 0 ? (
          <Empty>{search.after === null ? "No hub fits." : "The list ends before this page."}</Empty>
        ) : (
          <ol>
            {hubs.map((hub) => (
              <HubForAdminItem key={hub.id} hub={hub} />
            ))}
          </ol>
        )}
        <Pager
          label="Pages of hubs"
          first={search.after === null ? null : hubsForAdminHref({ ...search, after: null })}
          next={next === null ? null : hubsForAdminHref({ ...search, after: next })}
        />
      </section>
    </>
  );
}

const SHOWN_LABELS: Readonly<Record<HubsShown, string>> = {
  all: "all hubs",
  published: "published",
  hidden: "hidden from readers",
};
