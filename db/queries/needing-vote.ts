import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** Only the newest citers of a hub are looked through, so that a hub of any size costs the same. */
const CITERS_LOOKED_AT = 200;

/** Of how many hubs, those with the most citers, targets are proposed. */
const HUBS_LOOKED_AT = 8;

/** A target on which a vote would tell most. */
export interface NeedingVote {
  hubId: number;
  workId: number;
  contextId: number | null;
  hubTitle: string | null;
  citerTitle: string | null;
  text: string | null;
  markers: { start: number; end: number }[] | null;
  /** Counted votes on it. */
  votes: number;
  /** Whether they contradict each other. */
  contested: boolean;
}

/**
 * A few targets that need a vote, of different hubs: from each hub the one with most contradicting votes, else one of
 * the newest citer with the fewest votes, if it has fewer than two.
 */
export async function listNeedingVote(db: Db, limit: number): Promise<NeedingVote[]> {
  const { rows } = await db.execute<NeedingVote & Record<string, unknown>>(sql`
    select h.id as "hubId", one.work_id as "workId", one.context_id as "contextId", hw.title as "hubTitle",
      w.title as "citerTitle", x.text, x.markers, one.votes, one.contested
    from (
      select hub.id, hub.work_id, s.citers from hub
      join hub_summary s on s.hub_id = hub.id and s.facet = 'citers' and s.value = ''
      where hub.status = 'published' and s.citers > 0
      order by s.citers desc, hub.id desc limit ${HUBS_LOOKED_AT}
    ) h
    cross join lateral (
      (select t.work_id, t.context_id, t.votes, true as contested from target t
        where t.hub_id = h.id and (t.polarity_state = 'contested' or t.role_state = 'contested') and not t.hidden
        order by t.votes desc nulls last, t.id limit 1)
      union all
      (select c.work_id, x.id, coalesce(x.votes, c.votes), false
        from (select * from citation c where c.hub_id = h.id and c.hidden_reason is null
          order by c.published desc, c.work_id desc limit ${CITERS_LOOKED_AT}) c
        left join lateral (
          select x.id, coalesce(t.votes, 0) as votes from citation_context x
          left join target t on t.hub_id = x.hub_id and t.work_id = x.work_id and t.context_id = x.id
          where x.hub_id = c.hub_id and x.work_id = c.work_id and x.hidden_reason is null
          order by 2, x.position nulls last, x.id limit 1
        ) x on true
        where c.votes < 2
        order by c.votes, c.published desc, c.work_id desc limit 1)
      limit 1
    ) one
    join work hw on hw.id = h.work_id
    join work w on w.id = one.work_id
    left join citation_context x on x.hub_id = h.id and x.id = one.context_id
    order by one.contested desc, one.votes, h.citers desc, h.id desc
    limit ${limit}`);
  return rows;
}
