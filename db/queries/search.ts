import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation, citationContext } from "@/db/schema/citation";
import { hub } from "@/db/schema/hub";
import { work } from "@/db/schema/work";
import type { Query } from "@/lib/citation/query";
import { foundBy, rankOf, SEARCH_KINDS, type SearchKind } from "./search-conditions";

/** The orders of what was found; the first is the one that nobody has to ask for. */
export const SEARCH_SORTS = ["relevance", "newest"] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

/** More are not counted. */
export const COUNTED_UP_TO = 10_000;
/** Of so many matches, those that came last into the database, the best are shown first; there are no more pages. */
export const RANKED_UP_TO = 2000;

/** Something that was found, by the numbers that name it, with its place in the order. */
export interface Found {
  value: string;
  hubId: number;
  /** Of a citer the citing work, of a sentence the sentence, of a hub the hub again. */
  id: number;
}

/** How many there are of each kind; one more than `COUNTED_UP_TO` stands for any larger number. */
export async function countFound(db: Db, query: Query): Promise<Record<SearchKind, number>> {
  const counts = await Promise.all(SEARCH_KINDS.map((kind) => countOf(db, foundBy(kind, query))));
  return Object.fromEntries(SEARCH_KINDS.map((kind, i) => [kind, counts[i] ?? 0])) as Record<
    SearchKind,
    number
  >;
}

/** How many sentences of one hub a query finds, likewise. */
export async function countSentences(db: Db, hubId: number, query: Query): Promise<number> {
  return countOf(db, foundBy("sentences", query, hubId));
}

async function countOf(db: Db, found: SQL | null): Promise<number> {
  if (found === null) return 0;
  const { rows } = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from (select 1 ${found} limit ${COUNTED_UP_TO + 1}) as one`,
  );
  return rows[0]?.total ?? 0;
}

/** What names a row of each kind, and how each order values it; the numbers break ties. */
const ROWS = {
  hubs: {
    hubId: hub.id,
    id: hub.id,
    words: sql`(select w.search from work w where w.id = one.work_id)`,
    workId: hub.workId,
    date: work.published,
  },
  citers: {
    hubId: citation.hubId,
    id: citation.workId,
    words: sql`(select w.search from work w where w.id = one.work_id)`,
    workId: citation.workId,
    date: citation.published,
  },
  sentences: {
    hubId: citationContext.hubId,
    id: citationContext.id,
    words: sql`search_words((select x.text from citation_context x where x.hub_id = one.hub_id and x.id = one.id))`,
    workId: citation.workId,
    date: citation.published,
  },
} as const;

/** One page of what a query finds of one kind, best or newest first, and where the page after it begins. */
export async function search(
  db: Db,
  kind: SearchKind,
  query: Query,
  {
    sort,
    after,
    limit,
    hubId = null,
  }: { sort: SearchSort; after: Found | null; limit: number; hubId?: number | null },
): Promise<{ found: Found[]; next: Found | null }> {
  const from = foundBy(kind, query, hubId);
  if (from === null) return { found: [], next: null };
  const { hubId: hubColumn, id, words, workId, date } = ROWS[kind];
  const isRanked = sort === "relevance";
  const type = sql.raw(isRanked ? "real" : "text");
  const onwards = after
    ? sql`where (value, hub_id, id) < (${after.value}::${type}, ${after.hubId}::bigint, ${after.id}::bigint)`
    : sql``;
  const { rows } = await db.execute<Found & Record<string, unknown>>(sql`
    with one as materialized (
      select ${hubColumn} as hub_id, ${id} as id, ${workId} as work_id, coalesce(${date}, '') as date
      ${from} ${isRanked ? sql`order by ${id} desc limit ${RANKED_UP_TO}` : sql``}
    ), valued as (
      select hub_id, id, ${isRanked ? rankOf(words, query) : sql`date`} as value from one
    )
    select value::text as value, hub_id as "hubId", id from valued ${onwards}
    order by valued.value desc, hub_id desc, id desc limit ${limit + 1}`);
  const found = rows.slice(0, limit);
  return { found, next: rows.length > limit ? (found.at(-1) ?? null) : null };
}
