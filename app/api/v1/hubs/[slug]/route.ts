import { getHubFigures } from "@/db/queries/hub-figures";
import { getSuggestedFigures } from "@/db/queries/suggested";
import { countVoters, getVotedFigures } from "@/db/queries/voted";
import { hubAnswer } from "@/lib/api/hub-answer";
import { GET_HUB } from "@/lib/api/hub-operations";
import { requireHub } from "@/lib/api/require-hub";
import { apiRoute } from "@/lib/api-route";

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(GET_HUB, async ({ db, path }) => {
  const hub = await requireHub(db, path.slug);
  const [figures, people, voted, suggested] = await Promise.all([
    getHubFigures(db, hub.id),
    countVoters(db, hub.id),
    getVotedFigures(db, hub.id),
    getSuggestedFigures(db, hub.id),
  ]);
  return hubAnswer(hub, figures, people, { voted, suggested });
});
