import { permanentRedirect } from "next/navigation";
import { plainTitle } from "@/app/_citation/title-text";
import { listFeedEvents } from "@/db/queries/feed";
import { database } from "@/lib/database";
import { atomFeed } from "@/lib/export/atom";
import { knownAnswer } from "@/lib/known-answer";
import { siteUrl } from "@/lib/site-url";
import { findMovedHub, loadHub } from "../load-hub";
import { feedEntry } from "./feed-entry";

const ENTRIES = 50;

/** What is new on the hub, for readers of feeds. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/hubs/[slug]/feed.xml">,
): Promise<Response> {
  const { slug } = await params;
  const hub = await loadHub(slug);
  if (hub === null) {
    const moved = await findMovedHub(slug);
    if (moved !== null) permanentRedirect(`/hubs/${moved}/feed.xml`);
    return new Response("There is no such hub.\n", { status: 404 });
  }
  const events = await listFeedEvents(database(), hub.id, ENTRIES);
  const page = `${siteUrl()}/hubs/${hub.slug}`;
  const title = plainTitle(hub.title);
  const updated = events[0]?.at ?? hub.createdAt;
  const text = atomFeed({
    href: `${page}/feed.xml`,
    page,
    title: `How “${title}” is received`,
    subtitle: "New citing papers, and labels on which people agreed or disagree.",
    author: "Spokes",
    updated,
    entries: events.map((event) => feedEntry(event, hub.id, siteUrl())),
  });
  return knownAnswer(request, text, { mediaType: "application/atom+xml; charset=utf-8" });
}
