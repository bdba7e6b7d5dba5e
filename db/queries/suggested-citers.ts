import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
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

/** The citers with suggestions, read from the rows that are kept with every write. */
export async function getSuggestedCiters(db: Db, hubId: number): Promise<SuggestedCiters> {
  const rows = await db
    .select({ facet: hubSummary.facet, value: hubSummary.value, citers: hubSummary.citers })
    .from(hubSummary)
    .where(eq(hubSummary.hubId, hubId));
  const of = (facet: string, value: string) =>
    rows.find((row) => row.facet === facet && row.value === value)?.citers ?? 0;
  return {
    known: of("citers", ""),
    labelled: of("has_suggestion", "yes"),
    withRole: of("has_suggested_role", "yes"),
    roles: Object.fromEntries(ROLES.map((role) => [role, of("suggested_role", role)])) as Record<
      Role,
      number
    >,
    polarities: Object.fromEntries(
      POLARITIES.map((polarity) => [polarity, of("suggested_polarity", polarity)]),
    ) as Record<Polarity, number>,
  };
}
