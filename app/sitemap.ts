import type { MetadataRoute } from "next";
import { listHubs } from "@/db/queries/hubs";
import { database } from "@/lib/database";
import { siteUrl } from "@/lib/site-url";

/** Per request: hubs come and go without a build. */
export const dynamic = "force-dynamic";

/** A sitemap may name 50,000 addresses. */
const HUBS_NAMED = 49_000;

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const hubs = await listHubs(database(), { after: null, limit: HUBS_NAMED });
  const paths = ["/", "/hubs", "/guidelines", "/about", ...hubs.map((hub) => `/hubs/${hub.slug}`)];
  return paths.map((path) => ({ url: `${siteUrl()}${path}` }));
}
