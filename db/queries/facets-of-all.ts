import { type SQL, sql } from "drizzle-orm";
import { hubSummary, votedSummary } from "@/db/schema/hub";

/** So many fields are shown, the commonest. */
const MOST_FIELDS = 12;

/** How many citers have a value; the facets "total", "self" and "context" have the value "" alone. */
export type FacetRow = { facet: string; value: string; n: number };

/**
 * The facets of all citers of a hub, from its summaries. What is suggested counts but where people have labelled a
 * citer, and what they say counts.
 */
export const facetsOfAll = (hubId: number): SQL => sql`
  with kept as (
    select facet, value, citers as n from ${hubSummary} where hub_id = ${hubId}
  ), said as (
    select axis, value, strength, sum(count) as n from ${votedSummary}
    where hub_id = ${hubId} and unit = 'citers' and evidence = 'all' group by axis, value, strength
  ), counted (facet, value, n) as (
    select 'total', '', n from kept where facet = 'citers'
    union all select facet, '', n from kept where facet in ('self', 'context') and value = 'yes'
    union all select 'year', value, n from kept where facet = 'year' and value <> ''
    union all select 'polarity', value, n from kept where facet = 'suggested_polarity'
    union all select 'polarity', value, -n from said where axis = 'suggested_polarity'
    union all select 'polarity', value, n from said where axis = 'polarity'
    union all select 'role', value, n from kept where facet = 'suggested_role'
    union all select 'role', value, -n from said where axis = 'suggested_role'
    union all select 'role', value, n from said where axis = 'role'
    union all select 'label', strength, n from said where axis = 'polarity'
    union all select 'label', 'unclear', n from said where axis = 'polarity' and value = 'unclear'
    union all select 'label', 'contested', n from kept where facet = 'contested'
    union all select 'label', 'unlabelled', n from kept where facet = 'citers'
    union all select 'label', 'unlabelled', -n from said where axis = 'polarity'
    union all select 'label', 'suggested', n from kept where facet = 'has_suggestion' and value = 'yes'
    union all select 'label', 'suggested', -n from said where axis = 'suggestion'
  )
  select facet, value, sum(n)::int as n from counted group by facet, value having sum(n) > 0
  union all ${commonestFields(sql`select value, n from kept where facet = 'field' and n > 0`)}`;

/** Counts of fields by value and n as rows of their facet. */
export const commonestFields = (counted: SQL): SQL => sql`(
  select 'field' as facet, (array_agg(value order by n desc, value))[1] as value, sum(n)::int as n
  from (${counted}) as spelt group by lower(value) order by 3 desc, 2 limit ${MOST_FIELDS})`;
