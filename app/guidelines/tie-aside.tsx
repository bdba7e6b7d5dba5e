import type { GuidelineValue } from "@/lib/citation/guideline-anchor";
import { tieRulesOf } from "@/lib/citation/tie-rules";
import { TieLabels, valuesOf } from "./tie-labels";

/** For the margin of a value: what it is easily taken for, and when that is the right one instead. */
export function TieAside({ of }: { of: GuidelineValue }) {
  const instead = tieRulesOf(of.value)
    .flat()
    .filter((one) => valuesOf(one).every(({ value }) => value !== of.value));
  if (instead.length === 0) return null;
  return (
    <ul className="space-y-2">
      {instead.map((one) => (
        <li key={one.when}>
          Rather <TieLabels of={one} /> when it {one.when}.
        </li>
      ))}
    </ul>
  );
}
