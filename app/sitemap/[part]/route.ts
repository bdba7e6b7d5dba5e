import { listCitersOfPart, listSlugsOfPart } from "@/db/queries/sitemap";
import { database } from "@/lib/database";
import { sitemapPart } from "@/lib/export/sitemap";
import { knownAnswer } from "@/lib/known-answer";
import { siteUrl } from "@/lib/site-url";

const PAGES = ["/", "/hubs", "/guidelines", "/about", "/api"];

/** One part of the sitemap, of addresses of one kind. */
export async function GET(request: Request, { params }: RouteContext<"/sitemap/[part]">): Promise<Response> {
  const paths = await listPaths((await params).part);
  if (paths.length === 0) return new Response("There is no such part of the sitemap.\n", { status: 404 });
  const text = sitemapPart(paths.map((path) => `${siteUrl()}${path}`));
  return knownAnswer(request, text, { mediaType: "application/xml; charset=utf-8" });
}

async function listPaths(name: string): Promise<string[]> {
  if (name === "pages.xml") return PAGES;
  const [, kind, part] = /^(hubs|citers)-(\d{1,9})\.xml$/u.exec(name) ?? [];
  if (kind === "hubs")
    return (await listSlugsOfPart(database(), Number(part))).map((slug) => `/hubs/${slug}`);
  if (kind === "citers")
    return (await listCitersOfPart(database(), Number(part))).map((id) => `/citers/${id}`);
  return [];
}
