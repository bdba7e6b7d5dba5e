import { listSitemapParts } from "@/db/queries/sitemap";
import { database } from "@/lib/database";
import { sitemapIndex } from "@/lib/export/sitemap";
import { knownAnswer } from "@/lib/known-answer";
import { siteUrl } from "@/lib/site-url";

/** Per request: hubs come and go without a build. */
export const dynamic = "force-dynamic";

/** The index of the site: its pages, its hubs, and the papers that cite them. */
export async function GET(request: Request): Promise<Response> {
  const { hubs, citers } = await listSitemapParts(database());
  const names = ["pages", ...hubs.map((part) => `hubs-${part}`), ...citers.map((part) => `citers-${part}`)];
  const text = sitemapIndex(names.map((name) => `${siteUrl()}/sitemap/${name}.xml`));
  return knownAnswer(request, text, { mediaType: "application/xml; charset=utf-8" });
}
