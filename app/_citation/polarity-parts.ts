import type { PolarityCounts } from "@/db/queries/suggested";
import type { VotedCounts } from "@/db/queries/voted";
import { CLEAR_POLARITIES, type ClearPolarity } from "@/lib/citation/label-phrase";
import type { LabelStrength } from "@/lib/citation/label-state";
import { POLARITIES, type Polarity } from "@/lib/citation/polarity";

/** A part of a bar or a column: who says so, what, and of how many. */
export type PolarityPart =
  | { kind: LabelStrength; value: ClearPolarity; count: number }
  | { kind: "unsettled"; value: "contested" | "unclear"; count: number }
  | { kind: "suggested"; value: Polarity; count: number }
  | { kind: "none"; value: "none"; count: number };

/** A name of the part that no other part of the same bar has. */
export const partKey = ({ kind, value }: PolarityPart) => `${kind} ${value}`;

const present = (parts: readonly PolarityPart[]) => parts.filter((part) => part.count > 0);

/** What people say, in the order of bars: each polarity agreed and by one vote, then what their votes do not settle. */
export function votedParts(voted: VotedCounts): PolarityPart[] {
  return present([
    ...CLEAR_POLARITIES.flatMap((value): PolarityPart[] => [
      { kind: "agreed", value, count: voted.values[value].agreed },
      { kind: "single", value, count: voted.values[value].single },
    ]),
    { kind: "unsettled", value: "contested", count: voted.contested },
    { kind: "unsettled", value: "unclear", count: voted.unclear },
  ]);
}

/** What is suggested, in the order of bars. */
export function suggestedParts(suggested: PolarityCounts): PolarityPart[] {
  return present(POLARITIES.map((value) => ({ kind: "suggested", value, count: suggested[value] })));
}

/** What has no label. */
export function unlabelledParts(count: number): PolarityPart[] {
  return present([{ kind: "none", value: "none", count }]);
}
