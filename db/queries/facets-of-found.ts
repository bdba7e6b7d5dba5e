import { and, type SQL, sql } from "drizzle-orm";
import { citation } from "@/db/schema/citation";
import type { Query } from "@/lib/citation/query";
import { shownCiters } from "./citer-places";
import { citationMatches, EFFECTIVE_POLARITY, EFFECTIVE_ROLES, LABELLED } from "./citer-query";
import { commonestFields } from "./facets-of-all";

/**
 * The facets of the citers that a query leaves. Each citer is looked at once and belongs to one group of each kind; few
 * groups remain, whose lists are taken apart only then. (The strength of a label is told by conditions: of a column that
 * is empty throughout, as where nobody has voted, the planner expects hundreds of values, and sorts on the disk.)
 */
export const facetsOfFound = (hubId: number, query: Query): SQL => sql`
  with found as (
    select ${EFFECTIVE_POLARITY} as polarity, ${EFFECTIVE_ROLES} as roles, ${citation.year} as year,
      ${citation.fields} as fields, ${citation.isSelf} as is_self, ${citation.contextCount} > 0 as has_context,
      ${citation.labelState} as state, ${LABELLED.agreed} as agreed, ${LABELLED.single} as single,
      ${citation.contested} as contested, ${LABELLED.suggested} as suggested
    from ${citation} where ${and(shownCiters(hubId), citationMatches(query, { hubId }))}
  ), grouped as materialized (
    select polarity, roles, year, fields, is_self, has_context, state, agreed, single, contested, suggested,
      count(*) as n, case when grouping(state) = 0 then 'state' when grouping(roles) = 0 then 'roles'
        when grouping(year) = 0 then 'year' else 'fields' end as kind
    from found
    group by grouping sets (
      (state, agreed, single, contested, suggested, polarity, is_self, has_context), (roles), (year), (fields))
  )
  select facet, value, sum(n)::int as n
  from grouped cross join lateral (values ('total', ''), ('self', case when is_self then '' end),
    ('context', case when has_context then '' end), ('polarity', polarity),
    ('label', case when agreed then 'agreed' when single then 'single'
      when state in ('unlabelled', 'unclear') then state end),
    ('label', case when contested then 'contested' end), ('label', case when suggested then 'suggested' end)
  ) as has (facet, value)
  where kind = 'state' and value is not null group by facet, value
  union all
  select 'year', year::text, n::int from grouped where kind = 'year' and year is not null
  union all
  select 'role', role, sum(n)::int from grouped cross join unnest(roles) as role where kind = 'roles' group by role
  union all ${commonestFields(sql`
    select field as value, sum(n) as n
    from grouped cross join lateral (select min(f) as field from unnest(fields) as f group by lower(f)) as spelt
    where kind = 'fields' group by field`)}`;
