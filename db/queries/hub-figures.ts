import { and, eq, notInArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { hubSummary } from "@/db/schema/hub";
import { POLARITIES, type Polarity } from "@/lib/citation/polarity";
import { ROLES, type Role } from "@/lib/citation/role";
import { CONTEXT_GAPS, type ContextGap } from "@/lib/import/record";

/** How many citers of a hub something is suggested of. Nobody voted on these suggestions. */
interface SuggestedCiters {
  /** With a suggested role, a suggested polarity, or both. */
  labelled: number;
  withRole: number;
  /** A citer may have several roles, but has one polarity at most. */
  roles: Readonly<Record<Role, number>>;
  withPolarity: number;
  polarities: Readonly<Record<Polarity, number>>;
}

/** How many citers a hub has, in all and by what is known of them; every count is of citers. */
export interface HubFigures {
  citers: number;
  withContext: number;
  /** Citers without a context, by the reason why. */
  gaps: { gap: ContextGap; citers: number }[];
  withReferences: number;
  /** With a counted vote on any target; with a polarity that is agreed; with a target on which votes disagree. */
  voted: number;
  agreed: number;
  contested: number;
  suggested: SuggestedCiters;
}

/** The hub's summary, read from the rows that are kept with every write. */
export async function getHubFigures(db: Db, hubId: number): Promise<HubFigures> {
  const rows = await db
    .select({ facet: hubSummary.facet, value: hubSummary.value, citers: hubSummary.citers })
    .from(hubSummary)
    .where(and(eq(hubSummary.hubId, hubId), notInArray(hubSummary.facet, ["year", "field"])));
  const of = (facet: string, value: string) =>
    rows.find((row) => row.facet === facet && row.value === value)?.citers ?? 0;
  const by = <Value extends string>(facet: string, values: readonly Value[]) =>
    Object.fromEntries(values.map((value) => [value, of(facet, value)])) as Record<Value, number>;
  const polarities = by("suggested_polarity", POLARITIES);
  return {
    citers: of("citers", ""),
    withContext: of("context", "yes"),
    gaps: CONTEXT_GAPS.map((gap) => ({ gap, citers: of("context", gap) })).filter((row) => row.citers > 0),
    withReferences: of("references", "yes"),
    voted: of("voted", "yes"),
    agreed: of("agreed", "yes"),
    contested: of("contested", "yes"),
    suggested: {
      labelled: of("has_suggestion", "yes"),
      withRole: of("has_suggested_role", "yes"),
      roles: by("suggested_role", ROLES),
      // A citer has at most one suggested polarity, so these add up.
      withPolarity: Object.values(polarities).reduce((sum, n) => sum + n, 0),
      polarities,
    },
  };
}
