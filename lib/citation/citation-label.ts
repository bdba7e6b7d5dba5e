import type { AxisLabel, TargetLabel } from "@/lib/citation/consensus";
import type { CitationLabelState, LabelStrength } from "@/lib/citation/label-state";
import type { Polarity } from "@/lib/citation/polarity";
import { ROLES, type Role } from "@/lib/citation/role";

/** What all targets of one citation, its sentences and the paper as a whole, say together. */
export interface CitationLabel {
  /** The wide reading, in which every judgement counts. */
  polarity: Polarity | null;
  /** The strict reading: a judgement that does not rest on the citing work's own evidence is read as neutral. */
  polarityOwn: Polarity | null;
  /** Of the polarity; both readings share it. */
  state: CitationLabelState;
  strength: LabelStrength | null;
  roles: Role[];
  roleStrength: LabelStrength | null;
  claims: { number: number; verdict: Polarity; strength: LabelStrength }[];
  /** Counted votes on all targets together; a person has one on each target. */
  votes: number;
  /** Whether any target is contested, on either axis. */
  contested: boolean;
}

/**
 * The label of a citation from those of its targets, in any order. Targets with a value contribute: single, agreed or
 * adjudicated, except where an admin decided that the polarity is unclear. Where several differ, `jointPolarity` says
 * what they give together; roles, further ones included, are joined in the order of the vocabulary. A strength is
 * agreed if every contributing target is agreed or adjudicated, and null where none contributes. Without a
 * contributing target the polarity is contested if it is so anywhere, else unclear if it is so anywhere, else
 * unlabelled. Claims are joined like the polarity, each over the targets that have a verdict on it.
 */
export function citationLabel(targets: readonly TargetLabel[]): CitationLabel {
  const judged = targets.flatMap(({ polarity: { value, state }, basis }) =>
    isClear(value) ? [{ value, state, basis }] : [],
  );
  const used = targets.filter(({ role }) => role.value !== null);
  return {
    polarity: jointPolarity(judged.map(({ value }) => value)),
    polarityOwn: jointPolarity(
      judged.map(({ value, basis }) => (basis === "own_evidence" ? value : "neutral")),
    ),
    state: judged.length > 0 ? "labelled" : stateWithoutValue(targets.map(({ polarity }) => polarity)),
    strength: jointStrength(judged),
    roles: ROLES.filter((role) =>
      used.some((one) => one.role.value === role || one.furtherRoles.includes(role)),
    ),
    roleStrength: jointStrength(used.map(({ role }) => role)),
    claims: claimsOf(targets),
    votes: targets.reduce((sum, { votes }) => sum + votes, 0),
    contested: targets.some(({ polarity, role }) => [polarity.state, role.state].includes("contested")),
  };
}

/**
 * What several polarities give together: mixed if any is mixed, or if both supporting and contrasting occur; else the
 * one of these two that occurs; else neutral. Null if there is none.
 */
function jointPolarity(values: readonly Polarity[]): Polarity | null {
  if (values.length === 0) return null;
  const supporting = values.includes("supporting");
  const contrasting = values.includes("contrasting");
  if (values.includes("mixed") || (supporting && contrasting)) return "mixed";
  if (supporting) return "supporting";
  return contrasting ? "contrasting" : "neutral";
}

function jointStrength(labels: readonly Pick<AxisLabel<unknown>, "state">[]): LabelStrength | null {
  if (labels.length === 0) return null;
  return labels.every(({ state }) => state === "agreed" || state === "adjudicated") ? "agreed" : "single";
}

function stateWithoutValue(labels: readonly AxisLabel<Polarity>[]): CitationLabel["state"] {
  if (labels.some(({ state }) => state === "contested")) return "contested";
  return labels.some(({ state, value }) => state === "unclear" || value === "unclear")
    ? "unclear"
    : "unlabelled";
}

function isClear(value: Polarity | null): value is Polarity {
  return value !== null && value !== "unclear";
}

function claimsOf(targets: readonly TargetLabel[]): CitationLabel["claims"] {
  const verdicts = targets.flatMap(({ claims }) => claims.filter(({ verdict }) => isClear(verdict)));
  const numbers = [...new Set(verdicts.map(({ number }) => number))].sort((a, b) => a - b);
  return numbers.flatMap((number) => {
    const own = verdicts.filter((claim) => claim.number === number);
    const verdict = jointPolarity(own.map((claim) => claim.verdict).filter(isClear));
    const strength = jointStrength(own);
    return verdict && strength ? [{ number, verdict, strength }] : [];
  });
}
