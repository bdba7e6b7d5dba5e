import type { Route } from "next";
import { z } from "zod";
import { type CitersPlace, HUBS_SHOWN, type HubsShown } from "@/db/queries/hubs-for-admin";
import { SearchWords } from "../search-words";

/** What the address of the list of hubs asks for. */
export interface HubsSearch {
  /** Part of a title or an address. */
  words: string;
  shown: HubsShown;
  /** The hub after which the page begins. */
  after: CitersPlace | null;
}

const After = z
  .string()
  .regex(/^\d{1,9}-[1-9]\d{0,14}$/)
  .transform((text): CitersPlace => {
    const [citers = 0, id = 0] = text.split("-").map(Number);
    return { citers, id };
  });

/** Reads the parameters of the list. One that is malformed counts as not given; of a repeated one the first counts. */
export function readHubsSearch(params: Readonly<Record<string, string | string[] | undefined>>): HubsSearch {
  const one = (name: string) => [params[name]].flat()[0];
  return {
    words: SearchWords.catch("").parse(one("q")),
    shown: z.enum(HUBS_SHOWN).catch(HUBS_SHOWN[0]).parse(one("show")),
    after: After.nullable().catch(null).parse(one("after")),
  };
}

/** The address of the list for a search; what is not asked for stays out of it. */
export function hubsForAdminHref({ words, shown, after }: Partial<HubsSearch> = {}): Route {
  const query = new URLSearchParams();
  if (words) query.set("q", words);
  if (shown && shown !== HUBS_SHOWN[0]) query.set("show", shown);
  if (after) query.set("after", `${after.citers}-${after.id}`);
  return `/admin/hubs${query.size > 0 ? `?${query}` : ""}` as Route;
}

/** The address of the page on which an admin looks after a hub; `find` looks for words among its citers. */
export function hubForAdminHref(slug: string, find = ""): Route {
  return `/admin/hubs/${slug}${find === "" ? "" : `?${new URLSearchParams({ find })}`}` as Route;
}

/** Reads which words are looked for among a hub's citers. */
export function readFind(params: Readonly<Record<string, string | string[] | undefined>>): string {
  return SearchWords.catch("").parse([params.find].flat()[0]);
}

/** The address of the page on which a claim is changed. */
export function claimHref(slug: string, number: number): Route {
  return `/admin/hubs/${slug}/claims/${number}` as Route;
}

/** The address of the page on which a work's summary is written. */
export function workForAdminHref(workId: number): Route {
  return `/admin/works/${workId}` as Route;
}
