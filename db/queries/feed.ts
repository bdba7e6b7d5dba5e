import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { LabelState } from "@/lib/citation/label-state";
import type { Polarity } from "@/lib/citation/polarity";
import type { Role } from "@/lib/citation/role";

interface FeedCiter {
  workId: number;
  title: string | null;
  at: Date;
}

interface NewCiter extends FeedCiter {
  kind: "citer";
  summary: string | null;
}

interface NewLabel extends FeedCiter {
  kind: "label";
  /** Null: the citation as a whole. */
  contextId: number | null;
  text: string | null;
  polarityState: LabelState;
  polarity: Polarity | null;
  roleState: LabelState;
  role: Role | null;
  votes: number;
}

/** Something that happened on a hub: a citing paper came, or votes settled a label or contest it. */
export type FeedEvent = NewCiter | NewLabel;

/** The latest of what happened on a hub, the newest first; what is hidden is left out. */
export async function listFeedEvents(db: Db, hubId: number, limit: number): Promise<FeedEvent[]> {
  const { rows: citers } = await db.execute<NewCiter & Record<string, unknown>>(sql`
    select 'citer' as kind, w.id as "workId", w.title, case when w.summary_problem is null then w.summary end as summary,
      coalesce(r.ran_at, r.started_at) as at
    from citation c join import_run r on r.id = c.import_run_id join work w on w.id = c.work_id
    where c.hub_id = ${hubId} and c.hidden_reason is null
    order by coalesce(r.ran_at, r.started_at) desc, c.published desc, c.work_id desc limit ${limit}`);
  const { rows: labels } = await db.execute<NewLabel & Record<string, unknown>>(sql`
    select 'label' as kind, w.id as "workId", w.title, t.context_id as "contextId", x.text, t.polarity_state as "polarityState",
      t.polarity, t.role_state as "roleState", t.role, t.votes, t.settled_at as at
    from target t join work w on w.id = t.work_id
    left join citation_context x on x.hub_id = t.hub_id and x.id = t.context_id
    where t.hub_id = ${hubId} and not t.hidden and t.settled_at is not null
      and (t.polarity_state in ('agreed', 'adjudicated', 'contested')
        or t.role_state in ('agreed', 'adjudicated', 'contested'))
    order by t.settled_at desc, t.id desc limit ${limit}`);
  return [...citers, ...labels]
    .map((event): FeedEvent => ({ ...event, at: new Date(event.at) }))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, limit);
}
