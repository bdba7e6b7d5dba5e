import type { Db } from "@/db/client";
import { POLARITIES, type Polarity } from "@/lib/citation/polarity";
import type { Query, ValueOf } from "@/lib/citation/query";
import { ROLES, type Role } from "@/lib/citation/role";
import { type FacetRow, facetsOfAll } from "./facets-of-all";
import { facetsOfFound } from "./facets-of-found";

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
  /** The commonest, most first, each in its commonest spelling. */
  fields: FacetCount<string>[];
  self: number;
  withContext: number;
}

/** Counts the citers of a query: all of them from the hub's summaries, those that terms leave in one pass. */
export async function getCiterFacets(db: Db, hubId: number, query: Query): Promise<CiterFacets> {
  const { rows } = await db.execute<FacetRow>(
    query.terms.length === 0 ? facetsOfAll(hubId) : facetsOfFound(hubId, query),
  );
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
