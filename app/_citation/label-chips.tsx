import { Chip } from "@/app/_ui/chip";
import { POLARITY_SIGNS, type Polarity } from "@/lib/citation/polarity";
import { ROLE_LABELS, type Role } from "@/lib/citation/role";

export const POLARITY_INKS: Readonly<Record<Polarity, string>> = {
  supporting: "text-supporting-ink",
  mixed: "text-mixed-ink",
  neutral: "text-soft",
  contrasting: "text-contrasting-ink",
  unclear: "text-soft",
};

/** A polarity that is proposed and not voted: dashed, and named a suggestion where it stands. */
export function SuggestedPolarityChip({ polarity }: { polarity: Polarity }) {
  return (
    <Chip tentative className={POLARITY_INKS[polarity]}>
      <span aria-hidden="true">{POLARITY_SIGNS[polarity]} </span>
      {polarity}
    </Chip>
  );
}

/** A role that is proposed and not voted. */
export function SuggestedRoleChip({ role }: { role: Role }) {
  return (
    <Chip tentative className="text-accent">
      {ROLE_LABELS[role]}
    </Chip>
  );
}
