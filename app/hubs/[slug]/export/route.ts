import { permanentRedirect } from "next/navigation";
import { inSnapshot } from "@/db/in-snapshot";
import { sorting } from "@/db/queries/citer-order";
import { citationMatches } from "@/db/queries/citer-query";
import { databasePool } from "@/lib/database";
import { FORMAT_FACTS } from "@/lib/export/formats";
import { takeExportSlot } from "@/lib/export-slots";
import { hubFile } from "@/lib/hub-file";
import { KEPT_FOR_A_SECOND } from "@/lib/shared-pages.mjs";
import { siteUrl } from "@/lib/site-url";
import { textStream } from "@/lib/text-stream";
import { findMovedHub, loadHub } from "../load-hub";
import { type ExportSearch, exportHref, fileNameOf, readExportSearch } from "./search-params";

/** The hub's citers, or those of a view of the explorer, as a file. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/hubs/[slug]/export">,
): Promise<Response> {
  const { slug, hubId, search } = await readRequest(request, (await params).slug);
  if ("problem" in search) return refusal(search.status, search.problem);
  const free = takeExportSlot(request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "");
  if (free === null)
    return refusal(503, "Others are fetching files just now. Try again in a few seconds.", {
      "retry-after": "5",
    });
  const pieces = inSnapshot(databasePool(), (db) =>
    hubFile(db, {
      slug,
      format: search.format,
      matches: citationMatches(search.query, { hubId }),
      first: sorting(search.sort, search.query),
      site: siteUrl(),
    }),
  );
  return new Response(textStream(pieces, free), { headers: headersOf(slug, search) });
}

/** What GET would send before the file itself. */
export async function HEAD(
  request: Request,
  { params }: RouteContext<"/hubs/[slug]/export">,
): Promise<Response> {
  const { slug, search } = await readRequest(request, (await params).slug);
  if ("problem" in search) return refusal(search.status, search.problem);
  return new Response(null, { headers: headersOf(slug, search) });
}

async function readRequest(request: Request, slug: string) {
  const params = new URL(request.url).searchParams;
  const hub = await loadHub(slug);
  if (hub === null) {
    const moved = await findMovedHub(slug);
    if (moved !== null) permanentRedirect(exportHref(moved, params));
    return { slug, hubId: 0, search: { status: 404, problem: "There is no such hub." } };
  }
  const search = readExportSearch(params);
  return { slug, hubId: hub.id, search: "problem" in search ? { status: 400, ...search } : search };
}

function headersOf(slug: string, search: ExportSearch): Record<string, string> {
  return {
    "content-type": FORMAT_FACTS[search.format].mediaType,
    "content-disposition": `attachment; filename="${fileNameOf(slug, search, new Date())}"`,
    "cache-control": KEPT_FOR_A_SECOND,
    "access-control-allow-origin": "*",
    "x-robots-tag": "noindex",
  };
}

const refusal = (status: number, text: string, headers: Record<string, string> = {}) =>
  new Response(`${text}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", ...headers },
  });
