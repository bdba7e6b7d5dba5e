import { ViewLinks } from "@/app/_ui/view-links";
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
    <ViewLinks
      label="Order of the hubs"
      className="print:hidden"
      shown={shown}
      views={HUB_SORTS.map((sort) => ({
        name: sort,
        href: hubsHref({ sort, after: null }),
        text: HUB_SORT_NAMES[sort],
      }))}
    />
  );
}
