import { Chip } from "@/app/_ui/chip";
import { PageLink } from "@/app/_ui/page-link";
import type { LabelledTarget } from "@/db/queries/citer-labels";
import { targetLabel } from "@/lib/citation/consensus";
import { consensusWords } from "@/lib/citation/consensus-words";
import { BASIS_LABELS } from "@/lib/citation/polarity";
import { ROLE_LABELS } from "@/lib/citation/role";
import type { Target } from "@/lib/citation/target-key";
import { PolarityChip, RoleChip, VerdictChip } from "./label-chips";
import { flagHref, labelHref } from "./label-links";
import { VoteList } from "./vote-list";

/** What people say of a sentence or of a citation as a whole, who says it, and the way to label it oneself. */
export function TargetLabel({ place, target }: { place: Target; target: LabelledTarget | null }) {
  const isLabelled = target !== null && (target.said.length > 0 || target.ruling !== null);
  return (
    <div className="mt-1.5 space-y-1.5">
      {isLabelled ? <Consensus target={target} /> : <p>Nobody has voted on it yet.</p>}
      <p className="flex flex-wrap gap-x-4 gap-y-1 print:hidden">
        <PageLink href={labelHref(place)} className="font-medium">
          Label this
        </PageLink>
        <PageLink href={flagHref(place)}>Report</PageLink>
      </p>
      {isLabelled && target.said.length > 0 ? <VoteList votes={target.said} /> : null}
    </div>
  );
}

function Consensus({ target }: { target: LabelledTarget }) {
  const { polarityState, polarity, basis, roleState, role, ruling } = target;
  const ballots = target.said.filter(({ counted }) => counted);
  const roleWord = role === null ? null : ROLE_LABELS[role];
  // While the primary role is contested, they are its contenders, which the words name.
  const furtherRoles = role === null ? [] : target.furtherRoles;
  return (
    <>
      <p className={LINE}>
        {polarity === null && polarityState !== "contested" && polarityState !== "unclear" ? null : (
          <PolarityChip value={polarity ?? (polarityState === "contested" ? "contested" : "unclear")} />
        )}
        {basis === null ? null : <Chip>{BASIS_LABELS[basis]}</Chip>}
        <span>
          polarity:{" "}
          {consensusWords(
            polarityState,
            polarity,
            ballots.map((vote) => vote.polarity),
          )}
        </span>
      </p>
      <p className={LINE}>
        {role === null ? null : <RoleChip role={role} />}
        {furtherRoles.map((further) => (
          <RoleChip key={further} role={further} />
        ))}
        <span>
          role:{" "}
          {consensusWords(
            roleState,
            roleWord,
            ballots.map((vote) => ROLE_LABELS[vote.role]),
          )}
          {furtherRoles.length === 0
            ? ""
            : `; further: ${furtherRoles.map((one) => ROLE_LABELS[one]).join(", ")}`}
        </span>
      </p>
      <Claims target={target} />
      {ruling === null ? null : (
        <p>
          Decided by an admin, because: <q dir="auto">{ruling}</q>
        </p>
      )}
    </>
  );
}

const LINE = "flex flex-wrap items-center gap-x-2 gap-y-1";

/** The claims to which at least half of the voters say that it speaks. */
function Claims({ target }: { target: LabelledTarget }) {
  const ballots = target.said.filter(({ counted }) => counted);
  const { claims } = targetLabel(ballots, null);
  if (claims.length === 0) return null;
  return (
    <ul className="space-y-1.5">
      {claims.map(({ number, verdict, state }) => {
        const said = ballots.flatMap((vote) => vote.claims.filter((claim) => claim.number === number));
        return (
          <li key={number} className={LINE}>
            {verdict === null ? <Chip>C{number}</Chip> : <VerdictChip number={number} verdict={verdict} />}
            <span>
              claim {number}:{" "}
              {consensusWords(
                state,
                verdict,
                said.map((claim) => claim.verdict),
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
