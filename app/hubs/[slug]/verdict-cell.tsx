import { fillOf } from "@/app/_citation/polarity-look";
import { withThousands } from "@/lib/citation/count";
import type { ClearPolarity } from "@/lib/citation/label-phrase";

/** How many citers came to a verdict on a claim; lighter while every one of them rests on a single vote. */
export function VerdictCell({
  verdict,
  citers,
  isConfirmed,
}: {
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
    <span
      className={`stacked inline-block min-w-8 rounded-md px-1.5 text-ui leading-7 font-semibold ${fill}`}
    >
      {withThousands(citers)}
    </span>
  );
}
