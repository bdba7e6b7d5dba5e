import type { LabelState } from "@/lib/citation/label-state";
import { EVIDENCE_BASES, type EvidenceBasis, hasEvidenceBasis, type Polarity } from "@/lib/citation/polarity";
import { ROLES, type Role } from "@/lib/citation/role";

/** A current vote that counts. It names each claim at most once. */
export interface Ballot {
  role: Role;
  furtherRoles: readonly Role[];
  polarity: Polarity;
  basis: EvidenceBasis | null;
  claims: readonly { number: number; verdict: Polarity }[];
}

/** What an admin decided. An axis that is null is left to the votes. */
export interface Ruling {
  role: Role | null;
  furtherRoles: readonly Role[];
  polarity: Polarity | null;
  basis: EvidenceBasis | null;
}

/** The label on one axis. Only single, agreed and adjudicated have a value. */
export interface AxisLabel<Value> {
  state: LabelState;
  value: Value | null;
}

/** What the voters of one target, or an admin, made of it. `votes` is the number of ballots, unclear ones included. */
export interface TargetLabel {
  polarity: AxisLabel<Polarity>;
  basis: EvidenceBasis | null;
  role: AxisLabel<Role>;
  furtherRoles: Role[];
  claims: { number: number; verdict: Polarity | null; state: LabelState }[];
  votes: number;
}

/**
 * The consensus of one target. The order of the ballots does not matter. On each axis:
 *
 * - an admin decided: adjudicated, with the decision as its value (which may be that the polarity is unclear);
 * - no vote: unlabelled;
 * - votes, but none decisive: unclear;
 * - one decisive vote: single, with its value;
 * - more of them, and one value has two thirds or more: agreed, with that value;
 * - more of them otherwise: contested.
 *
 * A vote is decisive unless its polarity is unclear; for the role every vote is. The evidence basis is the one that
 * more of the votes for the winning polarity name than any other; votes that name none are passed over, and a tie
 * gives none. Further roles are those that at least half of the voters name, as primary or further, beside the
 * winning role; where the role is contested that may be several contenders. With a decision both are the admin's.
 *
 * A claim counts when at least half of the voters name it. Its verdict follows from the verdicts of those who name it
 * by the same rules; no admin decides on it.
 */
export function targetLabel(ballots: readonly Ballot[], ruling: Ruling | null): TargetLabel {
  const polarity = decided(ruling?.polarity) ?? consensus(ballots.map((ballot) => ballot.polarity));
  const role = decided(ruling?.role) ?? consensus(ballots.map((ballot) => ballot.role));
  return {
    polarity,
    basis: basisOf(polarity, ballots, ruling),
    role,
    furtherRoles: furtherRolesOf(role, ballots, ruling),
    claims: claimsOf(ballots),
    votes: ballots.length,
  };
}

function decided<Value>(decision: Value | null | undefined): AxisLabel<Value> | null {
  return decision === null || decision === undefined ? null : { state: "adjudicated", value: decision };
}

function consensus<Value extends Polarity | Role>(votes: readonly Value[]): AxisLabel<Value> {
  const decisive = votes.filter((vote) => vote !== "unclear");
  const [first] = decisive;
  if (first === undefined) return { state: votes.length === 0 ? "unlabelled" : "unclear", value: null };
  if (decisive.length === 1) return { state: "single", value: first };
  const winner = decisive.find((value) => 3 * timesOf(value, decisive) >= 2 * decisive.length);
  return winner === undefined ? { state: "contested", value: null } : { state: "agreed", value: winner };
}

function timesOf<Value>(value: Value, values: readonly Value[]): number {
  return values.filter((other) => other === value).length;
}

function basisOf(
  { state, value }: AxisLabel<Polarity>,
  ballots: readonly Ballot[],
  ruling: Ruling | null,
): EvidenceBasis | null {
  if (value === null || !hasEvidenceBasis(value)) return null;
  if (state === "adjudicated") return ruling?.basis ?? null;
  const named = ballots.filter((ballot) => ballot.polarity === value).map((ballot) => ballot.basis);
  const leads = (basis: EvidenceBasis) =>
    EVIDENCE_BASES.every((other) => other === basis || timesOf(basis, named) > timesOf(other, named));
  return EVIDENCE_BASES.find(leads) ?? null;
}

function furtherRolesOf(
  { state, value }: AxisLabel<Role>,
  ballots: readonly Ballot[],
  ruling: Ruling | null,
): Role[] {
  const names = ({ role, furtherRoles }: Pick<Ballot, "role" | "furtherRoles">, wanted: Role) =>
    role === wanted || furtherRoles.includes(wanted);
  const isFurther = (wanted: Role) =>
    state === "adjudicated"
      ? ruling?.furtherRoles.includes(wanted)
      : ballots.length > 0 && isHalf(ballots.filter((ballot) => names(ballot, wanted)).length, ballots);
  return ROLES.filter((wanted) => wanted !== value && isFurther(wanted));
}

function claimsOf(ballots: readonly Ballot[]): TargetLabel["claims"] {
  const numbers = new Set(ballots.flatMap(({ claims }) => claims.map(({ number }) => number)));
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => ({ number, verdicts: verdictsOn(number, ballots) }))
    .filter(({ verdicts }) => isHalf(verdicts.length, ballots))
    .map(({ number, verdicts }) => {
      const { state, value } = consensus(verdicts);
      return { number, verdict: value, state };
    });
}

function verdictsOn(number: number, ballots: readonly Ballot[]): Polarity[] {
  return ballots.flatMap(({ claims }) =>
    claims.filter((claim) => claim.number === number).map(({ verdict }) => verdict),
  );
}

function isHalf(voters: number, ballots: readonly Ballot[]): boolean {
  return 2 * voters >= ballots.length;
}
