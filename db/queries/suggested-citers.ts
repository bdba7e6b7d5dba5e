import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation } from "@/db/schema/citation";
import { hubSummary } from "@/db/schema/hub";
import { POLARITIES, type Polarity } from "@/lib/citation/polarity";
import { ROLES, type Role } from "@/lib/citation/role";

/** How many citers of a hub something is suggested of. Nobody has voted on any of it. */
export interface SuggestedCiters {
  known: number;
  /** With a suggested role, a suggested polarity, or both. */
  labelled: number;
  withRole: number;
  /** A citer may have several roles, but has one polarity at most. */
  roles: Readonly<Record<Role, number>>;
  polarities: Readonly<Record<Polarity, number>>;
}

/** Counts the citers with suggestions, in one statement, so that the figures fit together also during an import. */
export async function getSuggestedCiters(db: Db, hubId: number): Promise<SuggestedCiters> {
  const hasRole = sql`cardinality(${citation.suggestedRoles}) > 0`;
  const { rows } = await db.execute<{ facet: string; value: string; citers: number }>(sql`
    select ${hubSummary.facet} as facet, ${hubSummary.value} as value, ${hubSummary.citers} as citers
    from ${hubSummary}
    where ${hubSummary.hubId} = ${hubId} and ${hubSummary.facet} in ('citers', 'suggested_role', 'suggested_polarity')
    union all
    select facet.name, '', facet.citers from (
      select count(*) filter (where ${hasRole} or ${citation.suggestedPolarity} is not null) as labelled,
        count(*) filter (where ${hasRole}) as with_role
      from ${citation} where ${citation.hubId} = ${hubId}
    ) counted cross join lateral (
      values ('labelled', counted.labelled::int), ('with_role', counted.with_role::int)) facet (name, citers)`);
  const of = (facet: string, value = "") =>
    rows.find((row) => row.facet === facet && row.value === value)?.citers ?? 0;
  return {
    known: of("citers"),
    labelled: of("labelled"),
    withRole: of("with_role"),
    roles: Object.fromEntries(ROLES.map((role) => [role, of("suggested_role", role)])) as Record<
      Role,
      number
    >,
    polarities: Object.fromEntries(
      POLARITIES.map((polarity) => [polarity, of("suggested_polarity", polarity)]),
    ) as Record<Polarity, number>,
  };
}
