import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { Target } from "@/lib/citation/target-key";

/** The first sentences of a hub, as targets. */
export async function listSentences(db: Db, slug: string, limit: number): Promise<Target[]> {
  const { rows } = await db.execute<Target & Record<string, unknown>>(sql`
    select x.hub_id as "hubId", x.work_id as "workId", x.id as "contextId"
    from citation_context x join hub h on h.id = x.hub_id
    where h.slug = ${slug} order by x.id limit ${limit}`);
  return rows;
}
