import { labelledOf, NO_COUNTS, totalOf } from "@/app/_citation/polarity-tally";
import type { PolarityCounts, SuggestedFigures } from "@/db/queries/suggested";
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
  counts: PolarityCounts;
  labelled: number;
  total: number;
}

/** All readings between which the reader chooses. Nobody can vote yet, so what counts votes counts none. */
export function polarityReadings(suggested: SuggestedFigures["polarity"]): PolarityReading[] {
  return COUNTED_UNITS.flatMap((unit) => {
    const total = totalOf(suggested[unit].all);
    const unvoted = { ...NO_COUNTS, none: total };
    return [
      { labels: "vote", unit, evidence: EVIDENCE_READINGS, counts: unvoted, labelled: 0, total },
      ...EVIDENCE_READINGS.map((evidence): PolarityReading => {
        const counts = suggested[unit][evidence];
        return {
          labels: "suggestion",
          unit,
          evidence: [evidence],
          counts,
          labelled: labelledOf(counts),
          total,
        };
      }),
    ];
  });
}
