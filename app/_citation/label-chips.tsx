import { Chip } from "@/app/_ui/chip";
import { POLARITY_SIGNS, type Polarity } from "@/lib/citation/polarity";
import { ROLE_LABELS, ROLES, type Role } from "@/lib/citation/role";
import { POLARITY_INKS, signOf } from "./polarity-look";

/** A polarity that people voted for, or that their votes are contested. */
export function PolarityChip({ value }: { value: Polarity | "contested" }) {
  return (
    <Chip className={value === "contested" ? "text-ink" : POLARITY_INKS[value]}>
      <span aria-hidden="true">{signOf(value)} </span>
      {value}
    </Chip>
  );
}

/** A role that people voted for. */
export function RoleChip({ role }: { role: Role }) {
  return <Chip className="text-accent">{ROLE_LABELS[role]}</Chip>;
}

/** A verdict on a claim of the hub; what is neutral is called used. */
export function VerdictChip({ number, verdict }: { number: number; verdict: Polarity }) {
  return (
    <Chip className={POLARITY_INKS[verdict]}>
      C{number} <span aria-hidden="true">{signOf(verdict)} </span>
      {verdict === "neutral" ? "used" : verdict}
    </Chip>
  );
}

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
