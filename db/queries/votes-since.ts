import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** What a revert of a person's votes would do, in numbers of votes. */
export interface VotesSince {
  /** Did not stand at the moment: they would be withdrawn. */
  cast: number;
  /** Stood at the moment and were changed or withdrawn later: they would go back to what they said. */
  changed: number;
  hubs: number;
}

/**
 * What `revertVotesOf` would find to do since a moment. A vote that was changed and changed back is among these,
 * though a revert leaves it as it is.
 */
export async function getVotesSince(db: Db, userId: number, since: Date): Promise<VotesSince> {
  const { rows } = await db.execute<VotesSince & Record<string, unknown>>(sql`
    with touched as (
      select v.hub_id, v.withdrawn_at is not null as withdrawn, coalesce(before.act, 'withdraw') <> 'withdraw' as stood
      from vote v
      left join lateral (
        select r.act from vote_revision r
        where r.hub_id = v.hub_id and r.vote_id = v.id and r.at < ${since.toISOString()}::timestamptz
        order by r.revision desc limit 1
      ) as before on true
      where v.user_id = ${userId} and v.changed_at >= ${since.toISOString()}::timestamptz
    )
    select count(*) filter (where not stood)::int as cast, count(*) filter (where stood)::int as changed,
      count(distinct hub_id)::int as hubs
    from touched where stood or not withdrawn`);
  const [row] = rows;
  if (!row) throw new Error("a count gave no row");
  return row;
}
