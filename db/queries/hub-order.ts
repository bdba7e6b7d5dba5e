import { type SQL, sql } from "drizzle-orm";
import { hub } from "@/db/schema/hub";

/** Orders of a list of hubs; the first is the one that nobody has to ask for. */
export const HUB_SORTS = ["most_cited", "most_contested", "least_covered", "newest"] as const;
export type HubSort = (typeof HUB_SORTS)[number];

/** Where a list of hubs goes on: what its order counts of the last hub, how many citers that has, and its number. */
export interface HubPlace {
  key: number;
  citers: number;
  id: number;
}

/** How many citers a hub has with this value; see `hub_summary`. */
export const citersOf = (facet: string, value: string) =>
  sql<number>`coalesce((select s.citers from hub_summary s
    where s.hub_id = ${hub.id} and s.facet = ${facet} and s.value = ${value}), 0)`;

export const CITERS = citersOf("citers", "");
export const VOTED = citersOf("voted", "yes");
export const CONTESTED = citersOf("contested", "yes");

/**
 * What each order counts, the largest first: citers; citers on whom votes disagree; citers in a million without a vote,
 * where a hub without citers wants none; the number of the hub, which rises as hubs are added.
 */
const KEYS: Readonly<Record<HubSort, SQL<number>>> = {
  most_cited: CITERS,
  most_contested: CONTESTED,
  least_covered: sql<number>`case when ${CITERS} = 0 then 0
    else 1000000 - (1000000::bigint * ${VOTED} / ${CITERS})::int end`,
  newest: sql<number>`${hub.id}`,
};

/** The order as columns: the key of each hub, what to sort by, and what stands behind a place. */
export function hubOrder(sort: HubSort): { key: SQL<number>; order: SQL; behind: (place: HubPlace) => SQL } {
  const key = KEYS[sort];
  return {
    key,
    order: sql`${key} desc, ${CITERS} desc, ${hub.id} desc`,
    behind: (place) =>
      sql`(${key}, ${CITERS}, ${hub.id}) < (${place.key}::bigint, ${place.citers}::int, ${place.id}::bigint)`,
  };
}
