import { PolarityChip, RoleChip, VerdictChip } from "@/app/_citation/label-chips";
import { Chip } from "@/app/_ui/chip";
import type { Ballot } from "@/lib/citation/consensus";
import { BASIS_LABELS } from "@/lib/citation/polarity";
import { ROLE_LABELS } from "@/lib/citation/role";

/** What one vote says, in chips: the main role first. */
export function BallotLine({ ballot: { role, furtherRoles, polarity, basis, claims } }: { ballot: Ballot }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {[role, ...furtherRoles].map((one) => (
        <RoleChip key={one} role={one} />
      ))}
      <PolarityChip value={polarity} />
      {basis === null ? null : <Chip>{BASIS_LABELS[basis]}</Chip>}
      {claims.map((claim) => (
        <VerdictChip key={claim.number} {...claim} />
      ))}
    </span>
  );
}

/** The same in words, for what is read out and for messages. */
export function ballotWords({ role, furtherRoles, polarity, basis, claims }: Ballot): string {
  return [
    ROLE_LABELS[role],
    ...furtherRoles.map((further) => `also ${ROLE_LABELS[further]}`),
    polarity,
    ...(basis === null ? [] : [BASIS_LABELS[basis]]),
    ...claims.map(({ number, verdict }) => `claim ${number} ${verdict === "neutral" ? "used" : verdict}`),
  ].join(", ");
}
