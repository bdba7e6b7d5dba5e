import type { Route } from "next";
import { type SiteSearch, searchParameters } from "@/app/search/search-params";

/** The address of a hub's sentences under a query; what is not asked for stays out of it. */
export function sentencesHref(
  slug: string,
  { text, sort, after }: Partial<Pick<SiteSearch, "text" | "sort" | "after">> = {},
): Route {
  return `/hubs/${slug}/sentences${searchParameters({ text, sort, after })}` as Route;
}
