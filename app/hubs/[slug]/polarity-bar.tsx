import { PART_SIGNS, POLARITY_FILLS, POLARITY_PARTS, type PolarityPart } from "@/app/_citation/polarity-look";
import { shownPolarities, toldOf } from "@/app/_citation/polarity-tally";
import type { PolarityCounts } from "@/db/queries/suggested";
import { count } from "@/lib/citation/count";
import type { LabelKind } from "@/lib/citation/label-kind";
import type { CountedUnit } from "@/lib/citation/reading";
import { FEWEST_FOR_SHARE } from "@/lib/citation/wilson";

const WITHOUT: Readonly<Record<LabelKind, string>> = { vote: "unlabelled", suggestion: "none suggested" };

/** How many have each polarity: one stacked bar, in which nobody is left out, and the same counts in words. */
export function PolarityBar({
  counts,
  unit,
  labels,
}: {
  counts: PolarityCounts;
  unit: CountedUnit;
  labels: LabelKind;
}) {
  const told = toldOf(counts);
  const isFew = told < FEWEST_FOR_SHARE;
  return (
    <>
      <div aria-hidden="true" className={`stacked flex h-11 gap-0.5 ${isFew ? "grayscale" : ""}`}>
        {POLARITY_PARTS.filter((part) => counts[part] > 0).map((part) => (
          <Segment key={part} part={part} count={counts[part]} />
        ))}
      </div>
      <ul
        aria-label={`${unit === "citers" ? "Citers" : "Sentences"} by polarity`}
        className="mt-3 flex flex-wrap gap-x-4.5 gap-y-1.5 text-small text-soft"
      >
        {shownPolarities(counts).map((polarity) => (
          <Key key={polarity} part={polarity} word={polarity} count={counts[polarity]} />
        ))}
        {counts.none === 0 ? null : <Key part="none" word={WITHOUT[labels]} count={counts.none} />}
      </ul>
      {isFew && told > 0 ? (
        <p className="mt-2 text-small text-soft">
          Only {count(told, unit === "citers" ? "citer" : "sentence")} with a polarity: too few for the shares
          to mean much, so they are drawn in grey.
        </p>
      ) : null}
    </>
  );
}

function Segment({ part, count: n }: { part: PolarityPart; count: number }) {
  return (
    <span
      className={`flex min-w-7 flex-col items-center justify-center px-1 text-tiny leading-[1.15] first:rounded-s-md last:rounded-e-md forced-colors:border ${POLARITY_FILLS[part]}`}
      style={{ flex: `${n} 1 0` }}
    >
      {part === "none" ? null : (
        <span className={`font-semibold ${part === "unclear" ? "rounded bg-paper px-1" : ""}`}>
          {PART_SIGNS[part]}
        </span>
      )}
      <span className={part === "unclear" ? "rounded bg-paper px-1" : ""}>{n.toLocaleString("en")}</span>
    </span>
  );
}

function Key({ part, word, count: n }: { part: PolarityPart; word: string; count: number }) {
  return (
    <li className="flex items-center gap-1.5">
      <span
        aria-hidden="true"
        className={`stacked inline-grid size-3.5 place-content-center rounded-[3px] text-[0.625rem] leading-none font-bold ${POLARITY_FILLS[part]}`}
      >
        {PART_SIGNS[part]}
      </span>
      <span>
        {word} <b className="font-semibold text-ink">{n.toLocaleString("en")}</b>
      </span>
    </li>
  );
}
