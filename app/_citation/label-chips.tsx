import { Chip } from "@/app/_ui/chip";
import { POLARITY_SIGNS, type Polarity } from "@/lib/citation/polarity";
import { ROLE_LABELS, ROLES, type Role } from "@/lib/citation/role";
import { POLARITY_INKS } from "./polarity-look";

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

/** What an import or a model proposes for a citation, in chips, after the word that says so; nothing when it proposes nothing. */
export function SuggestedChips({ polarity, roles }: { polarity: Polarity | null; roles: readonly string[] }) {
  const known = ROLES.filter((role) => roles.includes(role));
  if (polarity === null && known.length === 0) return null;
  return (
    <>
      <span>suggested:</span>
      {polarity === null ? null : <SuggestedPolarityChip polarity={polarity} />}
      {known.map((role) => (
        <SuggestedRoleChip key={role} role={role} />
      ))}
    </>
  );
}
