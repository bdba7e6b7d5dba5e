import type { Metadata, Route } from "next";
import type { Citer } from "@/db/queries/citer";
import { plainTitle } from "./title-text";
import { workMetadata } from "./work-metadata";

/** The address of the page of a citing paper. */
export const citerPath = (id: number) => `/citers/${id}` as Route;

/** The head of a page that shows a citing paper; the paper's own page is the address to keep. */
export function citerMetadata(citer: Citer): Metadata {
  const hubs = citer.hubs.map((hub) => `“${plainTitle(hub.title)}”`).join(" and ");
  const description = `How “${plainTitle(citer.title)}” cites ${hubs}.`;
  return workMetadata(citer, { path: citerPath(citer.id), description });
}
