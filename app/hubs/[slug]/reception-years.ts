import {
  type PolarityPart,
  suggestedParts,
  unlabelledParts,
  votedParts,
} from "@/app/_citation/polarity-parts";
import { totalOf } from "@/app/_citation/polarity-tally";
import { NO_VOTES, votedOf } from "@/app/_citation/voted-tally";
import type { SuggestedFigures } from "@/db/queries/suggested";
import type { VotedFigures } from "@/db/queries/voted";
import type { LabelKind } from "@/lib/citation/label-kind";

/** The citers by year, and the first of some kinds, as votes have it; as suggestions have it while there is no vote. */
export interface ReceptionYears {
  labels: LabelKind;
  years: { year: number | null; parts: PolarityPart[] }[];
  firstContrasting: number | null;
  firstReplication: number | null;
}

/** Chooses between votes and suggestions: one vote on a citer is enough for votes. */
export function receptionYears(voted: VotedFigures, suggested: SuggestedFigures): ReceptionYears {
  if (votedOf(voted.polarity.citers.all) === 0)
    return {
      labels: "suggestion",
      years: suggested.years.map(({ year, polarities }) => ({
        year,
        parts: [...suggestedParts(polarities), ...unlabelledParts(polarities.none)],
      })),
      firstContrasting: suggested.firstContrasting,
      firstReplication: suggested.firstReplication,
    };
  return {
    labels: "vote",
    // Every citer is counted among the suggestions of its year, also where none is made.
    years: suggested.years.map(({ year, polarities }) => {
      const said = voted.years.find((one) => one.year === year)?.polarities ?? NO_VOTES;
      const none = Math.max(0, totalOf(polarities) - votedOf(said));
      return { year, parts: [...votedParts(said), ...unlabelledParts(none)] };
    }),
    firstContrasting: voted.firstContrasting,
    firstReplication: voted.firstReplication,
  };
}
