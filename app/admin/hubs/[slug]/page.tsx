import { notFound } from "next/navigation";
import { plainTitle, TitleText } from "@/app/_citation/title-text";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { PageLink } from "@/app/_ui/page-link";
import { Section } from "@/app/_ui/section";
import { ActList } from "@/app/admin/audit/act-list";
import { forAdmins } from "@/app/admin/for-admins";
import { listActs } from "@/db/queries/audit";
import { listClaimsForAdmin, listOldSlugs } from "@/db/queries/hubs-for-admin";
import { requireAdmin } from "@/lib/auth/session";
import { count } from "@/lib/citation/count";
import { database } from "@/lib/database";
import { worksHref } from "../../works/search-params";
import { HubStatus } from "../hub-status";
import { hubForAdminHref, readFind } from "../search-params";
import { AddressForm } from "./address-form";
import { Claims } from "./claims";
import { loadHubForAdmin } from "./load-hub-for-admin";
import { StatusForm } from "./status-form";
import { Summaries } from "./summaries";

const ACTS_SHOWN = 20;

type Props = PageProps<"/admin/hubs/[slug]">;

export const generateMetadata = forAdmins(async ({ params }: Props) => {
  const hub = await loadHubForAdmin((await params).slug);
  return hub === null
    ? {}
    : {
        title: `${plainTitle(hub.title)}, for admins`,
        description: "What an admin can do about a hub.",
      };
});

export default async function HubForAdminPage({ params, searchParams }: Props) {
  const { slug } = await params;
  await requireAdmin(hubForAdminHref(slug));
  const hub = await loadHubForAdmin(slug);
  if (hub === null) notFound();
  const db = database();
  const [claims, oldSlugs, { acts }] = await Promise.all([
    listClaimsForAdmin(db, hub.id),
    listOldSlugs(db, hub.id),
    listActs(db, { subject: `hub:${hub.id}`, limit: ACTS_SHOWN }),
  ]);
  return (
    <>
      <PageHead
        eyebrow={<PageLink href="/admin/hubs">Hubs</PageLink>}
        title={<TitleText title={hub.title} />}
      >
        <HubStatus hub={hub} />
        <p className="mt-3 text-ui text-soft">
          {count(hub.citers, "citer")}
          {hub.status === "published" ? (
            <>
              {" · "}
              <PageLink href={`/hubs/${hub.slug}`}>the page that readers see</PageLink>
            </>
          ) : null}
          {" · "}
          <PageLink href={worksHref({ hub: hub.slug })}>citers that may be held twice</PageLink>
        </p>
      </PageHead>
      <div className="max-w-[860px] border-t border-line">
        <Claims hub={hub} claims={claims} />
        <Summaries hub={hub} find={readFind(await searchParams)} />
        <AddressForm key={hub.slug} hub={hub} oldSlugs={oldSlugs} />
        <StatusForm hub={hub} />
        <Section
          id="acts"
          title="What was done with this hub"
          note={acts.length === ACTS_SHOWN ? `the latest ${ACTS_SHOWN} acts` : undefined}
        >
          {acts.length === 0 ? <Empty>Nothing that the log holds.</Empty> : <ActList acts={acts} />}
        </Section>
      </div>
    </>
  );
}
