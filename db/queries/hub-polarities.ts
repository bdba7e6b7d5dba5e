import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { suggestedSummary, votedSummary } from "@/db/schema/hub";
import { type PolarityCounts, suggestedPolarityOf } from "./suggested";
import { type VotedCounts, votedCountsOf } from "./voted";

/** How the citers of a hub judge it: by votes, and by suggestions of all citers. All evidence. */
export interface HubPolarity {
  voted: VotedCounts;
  suggested: PolarityCounts;
}

/** The polarities of several hubs at once; gives a look-up by hub. */
export async function listHubPolarities(
  db: Db,
  hubIds: readonly number[],
): Promise<(hubId: number) => HubPolarity> {
  const [voted, suggested] = hubIds.length === 0 ? [[], []] : await readCounts(db, hubIds);
  return (hubId) => ({
    voted: votedCountsOf(voted.filter((row) => row.hubId === hubId)),
    suggested: suggestedPolarityOf(suggested.filter((row) => row.hubId === hubId)),
  });
}

function readCounts(db: Db, hubIds: readonly number[]) {
  const total = sql<number>`sum(count)::int`;
  return Promise.all([
    db
      .select({
        hubId: votedSummary.hubId,
        value: votedSummary.value,
        strength: votedSummary.strength,
        count: total,
      })
      .from(votedSummary)
      .where(
        and(
          inArray(votedSummary.hubId, [...hubIds]),
          eq(votedSummary.axis, "polarity"),
          eq(votedSummary.unit, "citers"),
          eq(votedSummary.evidence, "all"),
        ),
      )
      .groupBy(votedSummary.hubId, votedSummary.value, votedSummary.strength),
    db
      .select({ hubId: suggestedSummary.hubId, value: suggestedSummary.value, count: total })
      .from(suggestedSummary)
      .where(
        and(
          inArray(suggestedSummary.hubId, [...hubIds]),
          eq(suggestedSummary.axis, "polarity"),
          eq(suggestedSummary.unit, "citers"),
          eq(suggestedSummary.evidence, "all"),
        ),
      )
      .groupBy(suggestedSummary.hubId, suggestedSummary.value),
  ]);
}
