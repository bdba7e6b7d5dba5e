import { and, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation } from "@/db/schema/citation";
import { POLARITIES, type Polarity } from "@/lib/citation/polarity";
import type { Query, ValueOf } from "@/lib/citation/query";
import { ROLES, type Role } from "@/lib/citation/role";
import { citationMatches, EFFECTIVE_POLARITY, EFFECTIVE_ROLES, LABELLED } from "./citer-query";
import { shownCiters } from "./citers";

const MOST_FIELDS = 12;

/** The states of a label that are counted; who decided is asked for by the query alone. */
const COUNTED_LABELS = [
  "agreed",
  "single",
  "contested",
  "unclear",
  "unlabelled",
  "suggested",
] as const satisfies readonly ValueOf<"label">[];

interface FacetCount<Value> {
  value: Value;
  citers: number;
}

/** How many citers a query leaves, in all and with each value; a count is what the query with that value leaves. */
export interface CiterFacets {
  total: number;
  polarities: FacetCount<Polarity>[];
  roles: FacetCount<Role>[];
  labels: FacetCount<(typeof COUNTED_LABELS)[number]>[];
  /** Ascending; without those whose year is not known. */
  years: FacetCount<number>[];
  /** The commonest, most first. */
  fields: FacetCount<string>[];
  self: number;
  withContext: number;
}

/** Counts the citers of a query in one pass. */
export async function getCiterFacets(db: Db, hubId: number, query: Query): Promise<CiterFacets> {
  const labels = COUNTED_LABELS.map((label) => sql`${LABELLED[label]} as ${sql.identifier(`is_${label}`)}`);
  const counts = COUNTED_LABELS.map(
    (label) => sql`count(*) filter (where ${sql.identifier(`is_${label}`)}) as ${sql.identifier(label)}`,
  );
  const spread = COUNTED_LABELS.map((label) => sql`('label', ${label}, one.${sql.identifier(label)})`);
  // Lists are counted as wholes first, because few of them differ.
  const counted = (lists: SQL) => sql`select ${lists}, count(*) as n from found group by ${lists}`;
  const { rows } = await db.execute<{ facet: string; value: string; n: number }>(sql`
    with found as materialized (
      select ${EFFECTIVE_POLARITY} as polarity, ${EFFECTIVE_ROLES} as roles, ${citation.year} as year,
        ${citation.fields} as fields, ${citation.isSelf} as is_self, ${citation.contextCount} > 0 as has_context,
        ${sql.join(labels, sql`, `)}
      from ${citation} where ${and(shownCiters(hubId), citationMatches(query))})
    select facet, value, n::int from (
      select count(*) as total, count(*) filter (where is_self) as self,
        count(*) filter (where has_context) as context, ${sql.join(counts, sql`, `)} from found
    ) as one cross join lateral (values ('total', '', one.total), ('self', '', one.self),
      ('context', '', one.context), ${sql.join(spread, sql`, `)}) as spread (facet, value, n)
    union all
    select case when grouping(polarity) = 0 then 'polarity' else 'year' end, coalesce(polarity, year::text), count(*)::int
    from found group by grouping sets ((polarity), (year)) having coalesce(polarity, year::text) is not null
    union all
    select 'role', role, sum(n)::int from (${counted(sql`roles`)}) as g cross join unnest(roles) as role group by role
    union all
    (select 'field', field, sum(n)::int from (${counted(sql`fields`)}) as g cross join unnest(fields) as field
     group by field order by 3 desc, 2 limit ${MOST_FIELDS})`);
  const of = (facet: string) => rows.filter((row) => row.facet === facet);
  const one = (facet: string, value: string) =>
    rows.find((row) => row.facet === facet && row.value === value)?.n ?? 0;
  const among = <Value extends string>(facet: string, values: readonly Value[]): FacetCount<Value>[] =>
    values.map((value) => ({ value, citers: one(facet, value) })).filter(({ citers }) => citers > 0);
  return {
    total: one("total", ""),
    polarities: among("polarity", POLARITIES),
    roles: among("role", ROLES),
    labels: among("label", COUNTED_LABELS),
    years: of("year")
      .map(({ value, n }) => ({ value: Number(value), citers: n }))
      .sort((a, b) => a.value - b.value),
    fields: of("field").map(({ value, n }) => ({ value, citers: n })),
    self: one("self", ""),
    withContext: one("context", ""),
  };
}
