import type { Route } from "next";
import { z } from "zod";
import { HUB_SORTS, type HubPlace, type HubSort } from "@/db/queries/hub-order";

/** The database counts citers in 32 bits. */
const LARGEST_COUNT = 2 ** 31 - 1;

/** The last hub of the page before: what the order counts of it, its citers and its number, `36-36-1`. */
const Place = z
  .string()
  .regex(/^\d{1,15}-\d{1,10}-[1-9]\d{0,14}$/)
  .transform((text) => {
    const [key = 0, citers = 0, id = 0] = text.split("-").map(Number);
    return { key, citers, id };
  })
  .refine(({ citers }) => citers <= LARGEST_COUNT);

const Sort = z.enum(HUB_SORTS).catch(HUB_SORTS[0]);

/** A page of the list of hubs: its order, and the hub after which it begins. */
export interface HubsPage {
  sort: HubSort;
  after: HubPlace | null;
}

/** Reads which hubs are asked for; what is malformed counts as not said. */
export function readHubsPage({
  sort,
  after,
}: {
  sort?: string | string[] | undefined;
  after?: string | string[] | undefined;
}): HubsPage {
  return {
    sort: Sort.parse([sort].flat()[0]),
    after: Place.nullable().catch(null).parse([after].flat()[0]),
  };
}

/** The address of a page of hubs. */
export function hubsHref({ sort, after }: HubsPage): Route {
  const said = new URLSearchParams();
  if (sort !== HUB_SORTS[0]) said.set("sort", sort);
  if (after) said.set("after", `${after.key}-${after.citers}-${after.id}`);
  return (said.size === 0 ? "/hubs" : `/hubs?${said}`) as Route;
}
