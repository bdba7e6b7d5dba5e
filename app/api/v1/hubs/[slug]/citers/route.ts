import { countCiters, listCiters } from "@/db/queries/citers";
import { listedCiter } from "@/lib/api/listed-citer";
import { LIST_CITERS } from "@/lib/api/query-operations";
import { readQueryText } from "@/lib/api/query-parameter";
import { requireHub } from "@/lib/api/require-hub";
import { apiRoute } from "@/lib/api-route";

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(
  LIST_CITERS,
  async ({ db, path, query: asked, pageAfter }) => {
    const query = readQueryText(asked.q);
    const hub = await requireHub(db, path.slug);
    const { sort, limit, cursor: after = null } = asked;
    const [{ citers, next }, total] = await Promise.all([
      listCiters(db, hub.id, { query, sort, after, limit }),
      countCiters(db, hub.id, query),
    ]);
    return { items: citers.map((citer) => listedCiter(hub.slug, citer)), total, next: pageAfter(next) };
  },
);
