import { countHubs, listHubs } from "@/db/queries/hubs";
import { listedHub } from "@/lib/api/hub-answer";
import { LIST_HUBS } from "@/lib/api/hub-operations";
import { apiRoute } from "@/lib/api-route";

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(
  LIST_HUBS,
  async ({ db, query, pageAfter }) => {
    const { limit, cursor } = query;
    const [rows, total] = await Promise.all([
      listHubs(db, { after: cursor ? { key: cursor.citers, ...cursor } : null, limit: limit + 1 }),
      countHubs(db),
    ]);
    const hubs = rows.slice(0, limit);
    const last = hubs.at(-1);
    const after = rows.length > limit && last ? { citers: last.citers, id: last.id } : null;
    return { items: hubs.map(listedHub), total, next: pageAfter(after) };
  },
);
