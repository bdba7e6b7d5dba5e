import { siteUrl } from "@/lib/site-url";

/** Where the API lives, below the address of the site. */
export const API_PATH = "/api/v1";

/** The absolute address of a page of the site. */
export const pageAt = (path: string) => `${siteUrl()}${path}`;

/** The absolute address of something in the API, by its path below `API_PATH`. */
export const apiAt = (path: string) => `${siteUrl()}${API_PATH}${path}`;

/** The address of what a hub has, `""` for the hub itself. */
export const hubAt = (slug: string, part = "") => apiAt(`/hubs/${slug}${part}`);

/** A path with its parameters, which stand in braces, filled in. */
export function fillIn(path: string, params: Readonly<Record<string, unknown>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
}
