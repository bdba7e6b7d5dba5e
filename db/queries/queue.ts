import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { executePrepared } from "@/db/execute-prepared";
import { BATCH_SIZE } from "@/lib/citation/queue-order";

/** Whose queue, and of which hub. */
export interface Asker {
  userId: number;
  hubId: number;
}

/**
 * The two halves of a hub's queue, each over an index of its own: the sentences that readers see, and the papers of
 * which they see none. `place` and `shown` are the words of those indexes, else PostgreSQL does not take them.
 */
const SENTENCES = {
  from: sql`citation_context x`,
  place: sql`hashint8extended(x.id, x.hub_id)`,
  shown: sql`x.hidden_reason is null and not exists (
    select from citation c where c.hub_id = x.hub_id and c.work_id = x.work_id and c.hidden_reason is not null)`,
  isOf: sql`t.context_id = x.id`,
  isNamed: sql`x.id = substring(own.target from '^context-([0-9]+)$')::bigint`,
  key: sql`'context-' || x.id`,
  /** How many there are. Those of hidden papers are taken off afterwards: looking at each for its paper takes longer. */
  count: (hubId: number | SQL, also: SQL) => sql`(
    select count(*)::int from citation_context x where x.hub_id = ${hubId} and x.hidden_reason is null and ${also}) - (
    select count(*)::int from citation c join citation_context x on x.hub_id = c.hub_id and x.work_id = c.work_id
    where c.hub_id = ${hubId} and c.hidden_reason is not null and x.hidden_reason is null and ${also})`,
};
const PAPERS = {
  from: sql`citation x`,
  place: sql`hashint8extended(x.work_id, - x.hub_id)`,
  shown: sql`x.hidden_reason is null and x.context_count = 0`,
  isOf: sql`t.context_id is null`,
  isNamed: sql`x.work_id = substring(own.target from '^paper-[0-9]+-([0-9]+)$')::bigint`,
  key: sql`'paper-' || x.hub_id || '-' || x.work_id`,
  count: (hubId: number | SQL, also: SQL) => sql`(
    select count(*)::int from citation x
    where x.hub_id = ${hubId} and x.hidden_reason is null and x.context_count = 0 and ${also})`,
};
type Half = typeof SENTENCES;
const HALVES: readonly Half[] = [SENTENCES, PAPERS];

const both = (part: (half: Half) => SQL) =>
  sql.join(
    HALVES.map((half) => sql`(${part(half)})`),
    sql` union all `,
  );

/**
 * The target that a person should label next, as the key of its address; null when the hub has nothing for them.
 *
 * Sentences (and papers without one) stand in a random order, the same for all, cut into batches. Of the first batch in
 * which something is open to the person comes the target with the fewest votes, then the first in the order: so a batch
 * gets its first votes, then its second and third ones, and then the next batch begins. Open is what has fewer votes
 * than wanted, and what the person has neither labelled nor skipped nor just been shown, and nobody else has in front of
 * them. When nothing is left, what was skipped comes back, the longest ago first.
 */
export async function getNextTarget(db: Db, asker: Asker): Promise<string | null> {
  const last = await getLastShown(db, asker.userId);
  const place = await getFirstOpenPlace(db, asker, last);
  if (place === null) return getLongestSkipped(db, asker, last);
  const before = await countBefore(db, asker.hubId, place);
  return getFewestVotes(db, asker, last, place, before % BATCH_SIZE);
}

async function getLastShown(db: Db, userId: number): Promise<string> {
  const { rows } = await executePrepared<{ target: string }>(
    db,
    sql`select target from turn where user_id = ${userId} order by shown_at desc limit 1`,
  );
  return rows[0]?.target ?? "";
}

/** Where the first target stands that is open to the person; as text, because it may not fit a number. */
async function getFirstOpenPlace(db: Db, asker: Asker, last: string): Promise<string | null> {
  const { rows } = await executePrepared<{ place: string }>(
    db,
    sql`
    select place::text from (${both(
      (half) => sql`select ${half.place} as place from ${half.from}
        where x.hub_id = ${asker.hubId} and ${half.shown} and not x.voted_enough
          and ${isFree(half, asker)} and ${half.key} <> ${last} and not ${wasSkipped(half, asker.userId)}
        order by 1 limit 1`,
    )}) as open order by open.place limit 1`,
  );
  return rows[0]?.place ?? null;
}

async function countBefore(db: Db, hubId: number, place: string): Promise<number> {
  const [sentences, papers] = HALVES.map((half) => half.count(hubId, sql`${half.place} < ${place}::bigint`));
  const { rows } = await executePrepared<{ count: number }>(
    db,
    sql`select ${sentences} + ${papers} as count`,
  );
  return rows[0]?.count ?? 0;
}

/** Of the batch in which a place has `before` others before it: what is open to the person and has the fewest votes. */
async function getFewestVotes(db: Db, asker: Asker, last: string, place: string, before: number) {
  const side = (half: Half, from: SQL, order: SQL, limit: number) => sql`
    select ${half.place} as place, ${half.key} as key, coalesce(t.votes, 0) as votes,
      not x.voted_enough and ${isFree(half, asker)} and not ${wasSkipped(half, asker.userId)} as open
    from ${half.from} left join target t on t.hub_id = x.hub_id and t.work_id = x.work_id and ${half.isOf}
    where x.hub_id = ${asker.hubId} and ${half.shown} and ${half.place} ${from} ${place}::bigint
    order by ${half.place} ${order} limit ${limit}`;
  const { rows } = await executePrepared<{ key: string }>(
    db,
    sql`
    with batch as (
      (select * from (${both((half) => side(half, sql`<`, sql`desc`, before))}) as earlier
        order by place desc limit ${before})
      union all
      (select * from (${both((half) => side(half, sql`>=`, sql`asc`, BATCH_SIZE - before))}) as later
        order by place limit ${BATCH_SIZE - before})
    )
    select key from batch where open and key <> ${last} order by votes, place limit 1`,
  );
  return rows[0]?.key ?? null;
}

async function getLongestSkipped(db: Db, asker: Asker, last: string): Promise<string | null> {
  const { rows } = await executePrepared<{ key: string }>(
    db,
    sql`
    select key from (${both(
      (half) => sql`select own.target as key, own.skipped_at
        from turn own join ${half.from} on x.hub_id = own.hub_id and ${half.isNamed}
        where own.user_id = ${asker.userId} and own.hub_id = ${asker.hubId} and own.skipped_at is not null
          and own.target <> ${last} and ${half.shown} and not x.voted_enough and ${isFree(half, asker)}`,
    )}) as skipped order by skipped_at limit 1`,
  );
  return rows[0]?.key ?? null;
}

/**
 * Neither labelled by the person nor in front of somebody else. Asked row by row, as scalar subqueries are: the first
 * open target mostly stands near the front, and a join would begin with all votes of the person.
 */
const isFree = (half: Half, { userId }: Asker) => sql`(
    select true from target t join vote v on v.hub_id = t.hub_id and v.target_id = t.id
    where t.hub_id = x.hub_id and t.work_id = x.work_id and ${half.isOf}
      and v.user_id = ${userId} and v.withdrawn_at is null limit 1) is null
  and not exists (
    select from turn n where n.hub_id = x.hub_id and n.target = ${half.key}
      and n.user_id <> ${userId} and n.leased_until > clock_timestamp())`;

const wasSkipped = (half: Half, userId: number) => sql`exists (
    select from turn n where n.hub_id = x.hub_id and n.target = ${half.key}
      and n.user_id = ${userId} and n.skipped_at is not null)`;

/** How far a hub's queue is. */
export interface QueueProgress {
  sentences: number;
  /** Papers of which readers see no sentence; they are labelled as a whole. */
  papers: number;
  /** How many of both have as many votes as are wanted. */
  enough: number;
}

/**
 * How far the queues of some hubs are, by the number of the hub. How long a queue is stands in the hub's summaries, so
 * that only targets with enough votes are counted.
 */
export async function listQueueProgress(
  db: Db,
  hubIds: readonly number[],
): Promise<Map<number, QueueProgress>> {
  const hub = sql`h.id`;
  const enough = sql`x.voted_enough`;
  const { rows } = await db.execute<{ id: number; sentences: number; papers: number; enough: number }>(sql`
    select h.id,
      (select coalesce(sum(s.count), 0)::int from suggested_summary s
        where s.hub_id = h.id and s.axis = 'polarity' and s.unit = 'sentences' and s.evidence = 'all') as sentences,
      (select coalesce(sum(s.citers), 0)::int from hub_summary s
        where s.hub_id = h.id and s.facet = 'context' and s.value <> 'yes') as papers,
      ${SENTENCES.count(hub, enough)} + ${PAPERS.count(hub, enough)} as enough
    from unnest(${sql.param(hubIds)}::bigint[]) as h (id)`);
  return new Map(rows.map(({ id, ...progress }) => [id, progress]));
}

/** Published hubs in the order in which a person should turn to them: those they labelled longest ago first. */
export async function listHubsToLabel(db: Db, userId: number) {
  const { rows } = await executePrepared<{ id: number; slug: string }>(
    db,
    sql`
    select h.id, h.slug from hub h
    where h.status = 'published'
    order by (select max(n.shown_at) from turn n where n.user_id = ${userId} and n.hub_id = h.id) nulls first, h.id`,
  );
  return rows;
}
