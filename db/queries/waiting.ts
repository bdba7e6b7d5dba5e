import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { user } from "@/db/schema/user";

/** What waits for an admin, each a number of things. */
export interface Waiting {
  contested: number;
  flags: number;
  contexts: number;
  people: number;
}

/**
 * How many targets of shown citations of published hubs are contested, flags open, hand-added sentences without confirmation, and
 * accounts without approval.
 */
export async function getWaiting(db: Db): Promise<Waiting> {
  const { rows } = await db.execute<Waiting & Record<string, unknown>>(sql`
    select
      (select count(*)::int from target t
        join citation c on c.hub_id = t.hub_id and c.work_id = t.work_id and c.hidden_reason is null
        join hub h on h.id = t.hub_id and h.status = 'published'
        left join citation_context x on x.hub_id = t.hub_id and x.id = t.context_id
        where (t.polarity_state = 'contested' or t.role_state = 'contested') and x.hidden_reason is null) as contested,
      (select count(*)::int from flag where settled_at is null) as flags,
      (select count(*)::int from citation_context
        where added_by is not null and confirmed_by is null and hidden_reason is null) as contexts,
      (select count(*)::int from ${user}
        where approved_at is null and disabled_at is null and removed_at is null) as people`);
  const [row] = rows;
  if (!row) throw new Error("a count gave no row");
  return row;
}
