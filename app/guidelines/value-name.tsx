import { POLARITY_INKS } from "@/app/_citation/polarity-look";
import type { GuidelineValue } from "@/lib/citation/guideline-anchor";
import { BASIS_LABELS, POLARITY_SIGNS } from "@/lib/citation/polarity";
import { ROLE_LABELS } from "@/lib/citation/role";

/** The words for a value in the colour of its axis; a polarity has its sign before it. */
export function ValueName(named: GuidelineValue) {
  if (named.axis === "role") return <span className="text-accent">{ROLE_LABELS[named.value]}</span>;
  if (named.axis === "basis") return <span className="text-ink">{BASIS_LABELS[named.value]}</span>;
  return (
    <span className={POLARITY_INKS[named.value]}>
      <span aria-hidden="true">{POLARITY_SIGNS[named.value]} </span>
      {named.value}
    </span>
  );
}
