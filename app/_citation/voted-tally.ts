import type { ByStrength, VotedCounts } from "@/db/queries/voted";
import { CLEAR_POLARITIES } from "@/lib/citation/label-phrase";

const NONE: ByStrength = { single: 0, agreed: 0 };

/** No vote at all. */
export const NO_VOTES: VotedCounts = {
  values: { supporting: NONE, mixed: NONE, neutral: NONE, contrasting: NONE },
  contested: 0,
  unclear: 0,
};

/** All with a value, however it is supported. */
export const withValue = ({ single, agreed }: ByStrength) => single + agreed;

/** Those whose polarity is told: votes that disagree or are unclear give none. */
export function votedToldOf(voted: VotedCounts): number {
  return CLEAR_POLARITIES.reduce((sum, value) => sum + withValue(voted.values[value]), 0);
}

/** Those that people have labelled, also where their votes settle nothing. */
export function votedOf(voted: VotedCounts): number {
  return votedToldOf(voted) + voted.contested + voted.unclear;
}

/** Whether any value rests on a single vote. */
export function hasSingle(voted: VotedCounts): boolean {
  return CLEAR_POLARITIES.some((value) => voted.values[value].single > 0);
}
