import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation } from "@/db/schema/citation";
import type { Query } from "@/lib/citation/query";
import { type CiterCursor, sorting } from "./citer-order";
import { citationMatches, withinYears } from "./citer-query";

/** So many citers are looked at one after the other before all are: fewer where their sentences are searched for words. */
const LOOKED_AT_FIRST = { words: 500, others: 2000 };

interface Wanted {
  query: Query;
  way: ReturnType<typeof sorting>;
  after: CiterCursor | null;
  limit: number;
}

/**
 * The first citers that a query leaves beyond a place in an order. What many citers have is found among the next few hundred;
 * looking up all of them would take a second where a word stands in a hundred thousand. So only what is rarer is looked
 * up.
 */
export async function listPlaces(db: Db, hubId: number, wanted: Wanted): Promise<CiterCursor[]> {
  const { query, way, limit } = wanted;
  if (query.terms.length === 0) return listNext(db, hubId, wanted);
  if (way.indexed) {
    const { places, isAll } = await lookAtNext(db, hubId, wanted);
    if (isAll || places.length === limit) return places;
  }
  const rareWords = way.indexed || !(await isCommon(db, hubId, query));
  // As a whole, because the planner would rather walk along an index until it has enough, which it may never have.
  const { rows } = await db.execute<CiterCursor & Record<string, unknown>>(sql`
    with found as materialized (
      select ${way.value} as value, ${citation.workId} as work_id from ${way.from}
      where ${and(shownCiters(hubId), citationMatches(query, { hubId, rareWords }), beyond(wanted))}
    )
    select value::text as value, work_id as "workId" from found
    order by ${way.order(sql`found.value`)}, ${way.order(sql`work_id`)} limit ${limit}`);
  return rows;
}

/** Whether about every tenth citer meets a query, told from the newest. */
async function isCommon(db: Db, hubId: number, query: Query): Promise<boolean> {
  const limit = LOOKED_AT_FIRST.words / 10;
  const wanted = { query, way: sorting("newest", query), after: null, limit };
  return (await lookAtNext(db, hubId, wanted)).places.length === limit;
}

/** Of all citers: an index has them in order. */
async function listNext(db: Db, hubId: number, wanted: Wanted): Promise<CiterCursor[]> {
  const { way, limit } = wanted;
  const { rows } = await db.execute<CiterCursor & Record<string, unknown>>(sql`
    select (${way.value})::text as value, ${citation.workId} as "workId" from ${way.from}
    where ${and(shownCiters(hubId), beyond(wanted))} order by ${inOrder(way)} limit ${limit}`);
  return rows;
}

/**
 * Those that a query leaves of the next citers in an order that an index has, and whether there are no others. Both steps
 * are in the words of the index, so that the look ends with the last citer that is wanted; how many there are to look at
 * is counted only where too few were found.
 */
async function lookAtNext(db: Db, hubId: number, wanted: Wanted) {
  const { query, way, limit } = wanted;
  const looksAt = LOOKED_AT_FIRST[query.terms.some(({ key }) => key === "text") ? "words" : "others"];
  const byPlace = sql`${way.order(sql`place`)}, ${way.order(sql`work_id`)}`;
  const { rows } = await db.execute<{
    looked: number | null;
    value: string | null;
    workId: number | null;
  }>(sql`
    with near as not materialized (
      select *, ${way.value} as place from ${citation} where ${and(shownCiters(hubId), beyond(wanted), ofYears(wanted))}
      order by ${inOrder(way)} limit ${looksAt}
    ), found as materialized (
      select place, work_id from near as ${citation} where ${citationMatches(query, "each")} order by ${byPlace} limit ${limit}
    )
    select looked, place::text as value, work_id as "workId"
    from (select case when (select count(*) from found) < ${limit} then (select count(*)::int from near) end as looked) as n
    left join found on true order by ${byPlace}`);
  return {
    places: rows.flatMap(({ value, workId }) =>
      value === null || workId === null ? [] : [{ value, workId }],
    ),
    isAll: (rows[0]?.looked ?? looksAt) < looksAt,
  };
}

const inOrder = ({ order, value }: Wanted["way"]): SQL => sql`${order(value)}, ${order(citation.workId)}`;

/** By date the citers of some years stand together, so the look at the next ones begins there. */
const ofYears = ({ way, query }: Wanted): SQL | undefined =>
  way.isByDate
    ? and(
        ...query.terms.flatMap((term) =>
          term.key === "year" && !term.not ? or(...withinYears(term.values, way.value)) : [],
        ),
      )
    : undefined;

const beyond = ({ way: { value, type, later }, after }: Wanted): SQL | undefined =>
  after === null
    ? undefined
    : sql`(${value}, ${citation.workId}) ${later} (${after.value}::${type}, ${after.workId}::bigint)`;

/** The citations of a hub that readers may see. */
export const shownCiters = (hubId: number): SQL | undefined =>
  and(eq(citation.hubId, hubId), isNull(citation.hiddenReason));
