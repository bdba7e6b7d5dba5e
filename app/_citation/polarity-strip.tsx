import type { HubPolarity } from "@/db/queries/hub-polarities";
import { count } from "@/lib/citation/count";
import { CLEAR_POLARITIES } from "@/lib/citation/label-phrase";
import { POLARITIES } from "@/lib/citation/polarity";
import { fillOf } from "./polarity-look";
import { partKey, suggestedParts, unlabelledParts, votedParts } from "./polarity-parts";
import { labelledOf } from "./polarity-tally";
import { votedOf, withValue } from "./voted-tally";

/** How a hub is judged, in a line of a list: a thin bar and the same in words; by votes where there are any. */
export function PolarityStrip({
  polarity: { voted, suggested },
  citers,
}: {
  polarity: HubPolarity;
  citers: number;
}) {
  const isVoted = votedOf(voted) > 0;
  const said = isVoted ? votedParts(voted) : suggestedParts(suggested);
  const left = citers - (isVoted ? votedOf(voted) : labelledOf(suggested));
  return (
    <>
      <span aria-hidden="true" className="stacked my-1.5 flex h-2.5 gap-px">
        {[...said, ...unlabelledParts(left)].map((part) => (
          <span
            key={partKey(part)}
            className={`min-w-[3px] first:rounded-s last:rounded-e ${fillOf(part)}`}
            style={{ flex: `${part.count} 1 0` }}
          />
        ))}
      </span>
      <p>{isVoted ? votedWords(voted) : suggestedWords(suggested)}</p>
    </>
  );
}

function votedWords(voted: HubPolarity["voted"]): string {
  const words = [
    ...CLEAR_POLARITIES.map((value) => ({ value, n: withValue(voted.values[value]) })),
    { value: "contested", n: voted.contested },
    { value: "unclear", n: voted.unclear },
  ];
  return listed(words);
}

function suggestedWords(suggested: HubPolarity["suggested"]): string {
  const words = listed(POLARITIES.map((value) => ({ value, n: suggested[value] })));
  return words === "" ? "No polarity is suggested." : `suggested: ${words}`;
}

const listed = (words: readonly { value: string; n: number }[]) =>
  words
    .filter(({ n }) => n > 0)
    .map(({ value, n }) => count(n, value, value))
    .join(", ");
