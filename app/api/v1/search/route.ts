import { countFound, search } from "@/db/queries/search";
import { SEARCH } from "@/lib/api/query-operations";
import { readQueryText } from "@/lib/api/query-parameter";
import { exactCount } from "@/lib/api/search-answer";
import { searchHits } from "@/lib/api/search-hits";
import { apiRoute } from "@/lib/api-route";

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(
  SEARCH,
  async ({ db, query: asked, pageAfter }) => {
    const query = readQueryText(asked.q);
    const { kind, sort, limit, cursor: after = null } = asked;
    const [{ found, next }, counts] = await Promise.all([
      search(db, kind, query, { sort, after, limit }),
      countFound(db, query),
    ]);
    return {
      items: await searchHits(db, kind, found),
      total: exactCount(counts[kind]),
      next: pageAfter(next),
    };
  },
);
