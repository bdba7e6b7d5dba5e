import { TitleText } from "@/app/_citation/title-text";
import { PageLink } from "@/app/_ui/page-link";
import type { HubForAdminRow } from "@/db/queries/hubs-for-admin";
import { count } from "@/lib/citation/count";
import { HubStatus } from "./hub-status";
import { hubForAdminHref } from "./search-params";

/** A hub in the list; everything that can be done about it stands on its own page. */
export function HubForAdminItem({ hub }: { hub: HubForAdminRow }) {
  const { slug, title, year, citers } = hub;
  return (
    <li className="grid gap-x-10 gap-y-2 border-t border-line py-4 sm:grid-cols-[minmax(0,1fr)_9rem]">
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <h3 className="font-serif text-list leading-snug font-semibold">
          <PageLink href={hubForAdminHref(slug)} className="text-ink no-underline hover:underline">
            <TitleText title={title} />
          </PageLink>
        </h3>
        <p className="mt-0.5 text-small text-soft">
          {year ?? "year not known"} · /hubs/{slug}
        </p>
        <HubStatus hub={hub} />
      </div>
      <p className="text-ui font-semibold sm:text-end">{count(citers, "citer")}</p>
    </li>
  );
}
