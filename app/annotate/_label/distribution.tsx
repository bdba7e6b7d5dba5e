import { PolarityChip, RoleChip } from "@/app/_citation/label-chips";
import type { Distribution } from "@/db/queries/distribution";
import { consensusWords } from "@/lib/citation/consensus-words";
import { ROLE_LABELS } from "@/lib/citation/role";

/** What the votes on a target come to, axis by axis, with k of n. */
export function ConsensusLine({ of: { label, votes } }: { of: Distribution }) {
  const counted = votes.filter((vote) => vote.counted);
  const { polarityState, polarity, roleState, role } = label;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {polarity === null ? null : <PolarityChip value={polarity} />}
      <span>
        polarity:{" "}
        {consensusWords(
          polarityState,
          polarity,
          counted.map((vote) => vote.polarity),
        )}
      </span>
      {role === null ? null : <RoleChip role={role} />}
      <span>
        role:{" "}
        {consensusWords(
          roleState,
          role && ROLE_LABELS[role],
          counted.map((vote) => ROLE_LABELS[vote.role]),
        )}
      </span>
    </p>
  );
}
