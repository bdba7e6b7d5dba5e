import { fillOf } from "@/app/_citation/polarity-look";
import { count, withThousands } from "@/lib/citation/count";
import type { ClearPolarity } from "@/lib/citation/label-phrase";
import { termsOfVerdict } from "./figure-terms";
import { FilterLink } from "./filter-link";

/** How many citers came to a verdict on a claim; lighter while every one of them rests on a single vote. */
export function VerdictCell({
  slug,
  claim,
  verdict,
  citers,
  isConfirmed,
}: {
  slug: string;
  claim: number;
  verdict: ClearPolarity;
  citers: number;
  isConfirmed: boolean;
}) {
  if (citers === 0)
    return (
      <>
        <span aria-hidden="true">·</span>
        <span className="sr-only">0</span>
      </>
    );
  const fill =
    verdict === "neutral"
      ? `border text-ink ${isConfirmed ? "border-edge" : "border-line"}`
      : fillOf({ kind: isConfirmed ? "agreed" : "single", value: verdict, count: citers });
  return (
    <FilterLink
      slug={slug}
      terms={termsOfVerdict(claim, verdict)}
      name={`${count(citers, "citer")} on C${claim}: ${verdict === "neutral" ? "used" : verdict}`}
      className={`stacked inline-block min-w-8 rounded-md px-1.5 text-ui leading-7 font-semibold no-underline hover:underline ${fill}`}
    >
      {withThousands(citers)}
    </FilterLink>
  );
}
