import { permanentRedirect } from "next/navigation";
import { plainTitle } from "@/app/_citation/title-text";
import { withValue } from "@/app/_citation/voted-tally";
import { getHubFigures } from "@/db/queries/hub-figures";
import { getVotedFigures } from "@/db/queries/voted";
import { database } from "@/lib/database";
import { badgeSvg } from "@/lib/export/badge";
import { knownAnswer } from "@/lib/known-answer";
import { findMovedHub, loadHub } from "../load-hub";

/** How the hub is judged, as a picture for other sites. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/hubs/[slug]/badge.svg">,
): Promise<Response> {
  const { slug } = await params;
  const hub = await loadHub(slug);
  if (hub === null) {
    const moved = await findMovedHub(slug);
    if (moved !== null) permanentRedirect(`/hubs/${moved}/badge.svg`);
    return new Response("There is no such hub.\n", { status: 404 });
  }
  const [{ citers }, { polarity }] = await Promise.all([
    getHubFigures(database(), hub.id),
    getVotedFigures(database(), hub.id),
  ]);
  const { values, contested, unclear } = polarity.citers.all;
  const { supporting, mixed, neutral, contrasting } = values;
  const svg = badgeSvg(plainTitle(hub.title), {
    citers,
    polarities: {
      supporting: withValue(supporting),
      mixed: withValue(mixed),
      neutral: withValue(neutral),
      contrasting: withValue(contrasting),
    },
    undecided: contested + unclear,
  });
  const answer = knownAnswer(request, svg, { mediaType: "image/svg+xml; charset=utf-8" });
  // Other sites show it.
  answer.headers.set("cross-origin-resource-policy", "cross-origin");
  return answer;
}
