import { TitleText } from "@/app/_citation/title-text";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Pager } from "@/app/_ui/pager";
import { forAdmins } from "@/app/admin/for-admins";
import { listSameTitles } from "@/db/queries/duplicates";
import { getHubForAdmin } from "@/db/queries/hubs-for-admin";
import { requireAdmin } from "@/lib/auth/session";
import { likelyTwins } from "@/lib/citation/same-work";
import { database } from "@/lib/database";
import { hubForAdminHref } from "../hubs/search-params";
import { PairForm } from "./pair-form";
import { SameTitleItem } from "./same-title-item";
import { mergesHref, readWorksSearch, worksHref } from "./search-params";

const PAGE_SIZE = 25;

export const generateMetadata = forAdmins({
  title: "Papers held twice",
  description: "Papers that may be one, to be compared and merged.",
  alternates: { canonical: "/admin/works" },
});

export default async function WorksForAdminPage({ searchParams }: PageProps<"/admin/works">) {
  await requireAdmin("/admin/works");
  const search = readWorksSearch(await searchParams);
  const db = database();
  const hub = search.hub === null ? null : await getHubForAdmin(db, search.hub);
  const { groups, next } = await listSameTitles(db, {
    hubId: hub?.id ?? null,
    from: search.from,
    limit: PAGE_SIZE,
  });
  const twins = groups
    .map(({ titleKey, works }) => ({ titleKey, works: likelyTwins(works) }))
    .filter(({ works }) => works.length > 1);
  return (
    <>
      <PageHead eyebrow="Admin" title="Papers held twice">
        <p className="mt-1 text-ui">
          <PageLink href={mergesHref()}>Merges so far, and how to take them apart</PageLink>
        </p>
      </PageHead>
      <PairForm />
      <section aria-labelledby="found" className="max-w-[860px]">
        <h2 id="found" className="mt-7 mb-1 text-ui font-semibold">
          {hub === null ? (
            "Papers of one title"
          ) : (
            <>
              Citers of one title, of the hub{" "}
              <PageLink href={hubForAdminHref(hub.slug)}>
                <TitleText title={hub.title} />
              </PageLink>
            </>
          )}
        </h2>
        <p className="mb-3 max-w-[66ch] text-small text-soft">
          Titles of four words or more that several papers have, in the order of the alphabet; those by
          different first authors are left out.
          {hub === null ? null : (
            <>
              {" "}
              <PageLink href={worksHref()}>Look through all papers instead.</PageLink>
            </>
          )}
        </p>
        {twins.length === 0 ? (
          <Empty>
            {next === null
              ? "No two papers are likely to be one."
              : "None among the titles looked at so far; the list goes on."}
          </Empty>
        ) : (
          <ol>
            {twins.map(({ titleKey, works }) => (
              <SameTitleItem key={titleKey} works={works} />
            ))}
          </ol>
        )}
        <Pager
          label="Pages of titles"
          first={search.from === "" ? null : worksHref({ hub: search.hub })}
          next={next === null ? null : worksHref({ hub: search.hub, from: next })}
        />
      </section>
    </>
  );
}
