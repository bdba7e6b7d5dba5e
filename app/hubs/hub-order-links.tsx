import { PageLink } from "@/app/_ui/page-link";
import { HUB_SORTS, type HubSort } from "@/db/queries/hub-order";
import { hubsHref } from "./search-params";

export const HUB_SORT_NAMES: Readonly<Record<HubSort, string>> = {
  most_cited: "Most cited",
  most_contested: "Most contested",
  least_covered: "Least covered by votes",
  newest: "Newest here",
};

/** The orders of the list of hubs, each a way to its beginning. */
export function HubOrderLinks({ shown }: { shown: HubSort }) {
  return (
    <nav aria-label="Order of the hubs" className="print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {HUB_SORTS.map((sort) => (
          <li key={sort}>
            <PageLink
              href={hubsHref({ sort, after: null })}
              aria-current={sort === shown ? "page" : undefined}
              className="-mb-px block border-b-2 border-transparent py-2.5 text-ui text-soft no-underline hover:text-ink hover:underline aria-[current]:border-spark aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {HUB_SORT_NAMES[sort]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
