import { countCoCited, listCoCited, listCoCiterRoles } from "@/db/queries/co-cited";
import { cocitedAnswer } from "@/lib/api/cocited-answer";
import { LIST_COCITED } from "@/lib/api/query-operations";
import { requireHub } from "@/lib/api/require-hub";
import { apiRoute } from "@/lib/api-route";

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(
  LIST_COCITED,
  async ({ db, path, query, pageAfter }) => {
    const hub = await requireHub(db, path.slug);
    const { sort, limit, cursor: after = null } = query;
    const [{ works, next }, total] = await Promise.all([
      listCoCited(db, hub.id, { sort, after, limit }),
      countCoCited(db, hub.id),
    ]);
    const numbers = works.map(({ workId }) => workId);
    const roles = await listCoCiterRoles(db, hub.id, numbers);
    const items = works.map((work) => cocitedAnswer(hub.slug, work, roles.get(work.workId)));
    return { items, total, next: pageAfter(next) };
  },
);
