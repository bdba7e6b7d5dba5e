import { fillOf, isBusy, signOf } from "@/app/_citation/polarity-look";
import {
  type PolarityPart,
  partKey,
  suggestedParts,
  unlabelledParts,
  votedParts,
} from "@/app/_citation/polarity-parts";
import { toldOf } from "@/app/_citation/polarity-tally";
import { votedToldOf } from "@/app/_citation/voted-tally";
import { count } from "@/lib/citation/count";
import { FEWEST_FOR_SHARE } from "@/lib/citation/wilson";
import { PolarityKeys } from "./polarity-keys";
import type { PolarityReading } from "./polarity-readings";

/** How many have each polarity: one stacked bar, in which nobody is left out, and the same counts in words. */
export function PolarityBar({ reading }: { reading: PolarityReading }) {
  const { voted, suggested, none, unit } = reading;
  const told = votedToldOf(voted) + (suggested === null ? 0 : toldOf(suggested));
  const isFew = told < FEWEST_FOR_SHARE;
  const parts = [
    ...votedParts(voted),
    ...(suggested === null ? [] : suggestedParts(suggested)),
    ...unlabelledParts(none),
  ];
  return (
    <>
      <div aria-hidden="true" className={`stacked flex h-11 gap-0.5 ${isFew ? "grayscale" : ""}`}>
        {parts.map((part) => (
          <Segment key={partKey(part)} part={part} />
        ))}
      </div>
      <PolarityKeys reading={reading} />
      {isFew && told > 0 ? (
        <p className="mt-2 text-small text-soft">
          Only {count(told, unit === "citers" ? "citer" : "sentence")} with a polarity: too few for the shares
          to mean much, so they are drawn in grey.
        </p>
      ) : null}
    </>
  );
}

function Segment({ part }: { part: PolarityPart }) {
  const ground = isBusy(part) ? "rounded bg-paper px-1" : "";
  return (
    <span
      className={`flex min-w-7 flex-col items-center justify-center px-1 text-tiny leading-[1.15] first:rounded-s-md last:rounded-e-md forced-colors:border ${fillOf(part)}`}
      style={{ flex: `${part.count} 1 0` }}
    >
      {part.kind === "none" ? null : <span className={`font-semibold ${ground}`}>{signOf(part.value)}</span>}
      <span className={ground}>{part.count.toLocaleString("en")}</span>
    </span>
  );
}
