import { listClaims } from "@/db/queries/hub";
import { getVotedFigures } from "@/db/queries/voted";
import { claimAnswers } from "@/lib/api/claim-answer";
import { LIST_CLAIMS } from "@/lib/api/hub-operations";
import { requireHub } from "@/lib/api/require-hub";
import { apiRoute } from "@/lib/api-route";

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(LIST_CLAIMS, async ({ db, path }) => {
  const hub = await requireHub(db, path.slug);
  const [claims, voted] = await Promise.all([listClaims(db, hub.id), getVotedFigures(db, hub.id)]);
  return { items: claimAnswers(hub.slug, claims, voted.claims), total: claims.length, next: null };
});
