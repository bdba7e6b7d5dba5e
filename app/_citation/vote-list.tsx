import { PolarityChip, RoleChip, VerdictChip } from "@/app/_citation/label-chips";
import { PersonLink } from "@/app/_citation/person-link";
import { Chip } from "@/app/_ui/chip";
import type { TargetVote } from "@/db/queries/target-votes";
import { count } from "@/lib/citation/count";
import { formatPartialDate } from "@/lib/citation/partial-date";
import { BASIS_LABELS } from "@/lib/citation/polarity";

/** Who voted what, with their notes; folded, so that a reader forms an opinion first. */
export function VoteList({ votes, open }: { votes: readonly TargetVote[]; open?: boolean }) {
  const counted = votes.filter((vote) => vote.counted).length;
  const waiting = votes.length - counted;
  return (
    <details open={open}>
      <summary>
        {count(counted, "vote")}
        {waiting === 0 ? "" : `, and ${waiting} of accounts that are not approved yet`}
      </summary>
      <ul className="mt-2 space-y-2.5 border-s border-line ps-3">
        {votes.map((vote) => (
          <li key={`${vote.handle} ${vote.changedAt.toISOString()}`}>
            <Vote vote={vote} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Vote({ vote }: { vote: TargetVote }) {
  const { handle, counted, role, furtherRoles, polarity, basis, claims, note, ownPaper, changedAt } = vote;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <PersonLink handle={handle} />
        <PolarityChip value={polarity} />
        {basis === null ? null : <Chip>{BASIS_LABELS[basis]}</Chip>}
        {[role, ...furtherRoles].map((one) => (
          <RoleChip key={one} role={one} />
        ))}
        {claims.map((claim) => (
          <VerdictChip key={claim.number} {...claim} />
        ))}
        {ownPaper ? <Chip className="text-mixed-ink">on their own paper</Chip> : null}
        <time dateTime={changedAt.toISOString()}>
          {formatPartialDate(changedAt.toISOString().slice(0, 10))}
        </time>
        {counted ? null : <span>does not count: the account is not approved yet</span>}
      </p>
      {note === "" ? null : (
        <p dir="auto" className="mt-0.5 max-w-[66ch] font-serif text-list whitespace-pre-line text-ink">
          {note}
        </p>
      )}
    </>
  );
}
