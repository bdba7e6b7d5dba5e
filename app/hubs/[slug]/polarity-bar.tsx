import type { Route } from "next";
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
import { count, withThousands } from "@/lib/citation/count";
import { FEWEST_FOR_SHARE } from "@/lib/citation/wilson";
import { citersWhere } from "./citers-where";
import { termsOfPart } from "./figure-terms";
import { PolarityKeys } from "./polarity-keys";
import type { PolarityReading } from "./polarity-readings";

/** How many have each polarity: one stacked bar, in which nobody is left out, and the same counts in words. */
export function PolarityBar({ slug, reading }: { slug: string; reading: PolarityReading }) {
  const { voted, suggested, none, unit } = reading;
  const told = votedToldOf(voted) + (suggested === null ? 0 : toldOf(suggested));
  const isFew = told < FEWEST_FOR_SHARE;
  const parts = [
    ...votedParts(voted),
    ...(suggested === null ? [] : suggestedParts(suggested)),
    ...unlabelledParts(none),
  ];
  /** For pointers alone: the keys below have the same ways for everybody. */
  const hrefOf = (part: PolarityPart) => {
    const terms = termsOfPart(part, reading);
    return terms === null ? null : citersWhere(slug, terms);
  };
  return (
    <>
      <div aria-hidden="true" className={`stacked flex h-11 gap-0.5 ${isFew ? "grayscale" : ""}`}>
        {parts.map((part) => (
          <Segment key={partKey(part)} part={part} href={hrefOf(part)} />
        ))}
      </div>
      <PolarityKeys slug={slug} reading={reading} />
      {isFew && told > 0 ? (
        <p className="mt-2 text-small text-soft">
          Only {count(told, unit === "citers" ? "citer" : "sentence")} with a polarity: too few for the shares
          to mean much, so they are drawn in grey.
        </p>
      ) : null}
    </>
  );
}

function Segment({ part, href }: { part: PolarityPart; href: Route | null }) {
  const ground = isBusy(part) ? "rounded bg-paper px-1" : "";
  const Element = href === null ? "span" : "a";
  return (
    <Element
      {...(href === null ? {} : { href, tabIndex: -1, rel: "nofollow" })}
      className={`flex min-w-7 flex-col items-center justify-center px-1 text-tiny leading-[1.15] no-underline first:rounded-s-md last:rounded-e-md forced-colors:border ${fillOf(part)}`}
      style={{ flex: `${part.count} 1 0` }}
    >
      {part.kind === "none" ? null : <span className={`font-semibold ${ground}`}>{signOf(part.value)}</span>}
      <span className={ground}>{withThousands(part.count)}</span>
    </Element>
  );
}
