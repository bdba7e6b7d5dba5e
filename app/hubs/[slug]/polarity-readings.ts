import { labelledOf, totalOf } from "@/app/_citation/polarity-tally";
import { votedOf } from "@/app/_citation/voted-tally";
import type { PolarityCounts, SuggestedFigures } from "@/db/queries/suggested";
import type { VotedCounts, VotedFigures } from "@/db/queries/voted";
import type { LabelKind } from "@/lib/citation/label-kind";
import {
  COUNTED_UNITS,
  type CountedUnit,
  EVIDENCE_READINGS,
  type EvidenceReading,
} from "@/lib/citation/reading";

/** One way of reading how the hub is judged. */
export interface PolarityReading {
  labels: LabelKind;
  unit: CountedUnit;
  /** The readings of the evidence for which the counts hold. */
  evidence: readonly EvidenceReading[];
  voted: VotedCounts;
  /** What is suggested of those that nobody has labelled; null where people alone count. */
  suggested: PolarityCounts | null;
  /** Those without a vote, or where suggestions count, without either. */
  none: number;
  total: number;
}

/**
 * All readings between which the reader chooses. Where suggestions count, they fill in for what nobody has labelled;
 * without any such suggestion there are no readings with them.
 */
export function polarityReadings(voted: VotedFigures["polarity"], suggested: SuggestedFigures["unlabelled"]) {
  const isVoted = COUNTED_UNITS.some((unit) => votedOf(voted[unit].all) > 0);
  const isSuggested = COUNTED_UNITS.some((unit) => labelledOf(suggested[unit].all) > 0);
  return COUNTED_UNITS.flatMap((unit): PolarityReading[] => {
    const left = totalOf(suggested[unit].all);
    const total = votedOf(voted[unit].all) + left;
    // Without a vote there is nothing to read in two ways.
    const ways = isVoted ? EVIDENCE_READINGS.map((one) => [one]) : [EVIDENCE_READINGS];
    const people = ways.map((evidence): PolarityReading => {
      const counts = voted[unit][evidence[0] ?? "all"];
      return { labels: "vote", unit, evidence, voted: counts, suggested: null, none: left, total };
    });
    if (!isSuggested) return people;
    const both = EVIDENCE_READINGS.map((evidence): PolarityReading => {
      const rest = suggested[unit][evidence];
      const counts = voted[unit][evidence];
      return {
        labels: "suggestion",
        unit,
        evidence: [evidence],
        voted: counts,
        suggested: rest,
        none: rest.none,
        total,
      };
    });
    return [...people, ...both];
  });
}
