import { countSentences, search } from "@/db/queries/search";
import { listFoundSentences } from "@/db/queries/search-results";
import { listedContext } from "@/lib/api/listed-context";
import { LIST_CONTEXTS } from "@/lib/api/query-operations";
import { readQueryText } from "@/lib/api/query-parameter";
import { requireHub } from "@/lib/api/require-hub";
import { exactCount } from "@/lib/api/search-answer";
import { apiRoute } from "@/lib/api-route";

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(
  LIST_CONTEXTS,
  async ({ db, path, query: asked, pageAfter }) => {
    const query = readQueryText(asked.q);
    const hub = await requireHub(db, path.slug);
    const { limit, cursor: after = null } = asked;
    const [{ found, next }, total] = await Promise.all([
      search(db, "sentences", query, { sort: "newest", after, limit, hubId: hub.id }),
      countSentences(db, hub.id, query),
    ]);
    const sentences = await listFoundSentences(db, found);
    return { items: sentences.map(listedContext), total: exactCount(total), next: pageAfter(next) };
  },
);
