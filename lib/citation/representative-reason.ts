import {
  type Aspect,
  type Candidate,
  type Group,
  highest,
  isOutsider,
  MEASURED,
  MEASURES,
  type Measure,
  periodOf,
} from "@/lib/citation/representative-aspects";

/** Where a paper stands among those of its group; each but `one_of` is true of it alone. */
const STANDINGS = ["only", "most_cited", "earliest", "newest", "one_of"] as const;

export type Standing = (typeof STANDINGS)[number];

/** Why a paper was chosen. Counts are of all candidates, also of those that cannot be chosen. */
export type Reason =
  | { kind: "only_citer" }
  | {
      kind: "group";
      group: Group;
      standing: Standing;
      size: number;
      /** Whether it is known of every candidate whether it belongs to the group. */
      complete: boolean;
    }
  | {
      kind: "most";
      measure: Measure;
      value: number;
      /** How many share the value, self-citations and retracted papers aside. */
      holders: number;
      /** How many candidates have the measure, and how many there are. */
      known: number;
      of: number;
      /** Whether a self-citation or a retracted paper has as much or more. */
      aside: boolean;
    };

/** Why `citer` was chosen, when `aspect` is the weightiest thing that it added. Every word of it holds of all candidates. */
export function reasonFor(citer: Candidate, aspect: Aspect, all: readonly Candidate[]): Reason {
  if (all.length === 1) return { kind: "only_citer" };
  if (isMeasure(aspect)) return mostReason(aspect.kind, all);
  const members = all.filter((candidate) => belongs(candidate, aspect));
  return {
    kind: "group",
    group: aspect,
    standing: standingIn(members, citer),
    size: members.length,
    complete: all.every((candidate) => isLabelled(candidate, aspect)),
  };
}

function isMeasure(aspect: Aspect): aspect is { kind: Measure } {
  return MEASURES.some((measure) => measure === aspect.kind);
}

function mostReason(measure: Measure, all: readonly Candidate[]): Reason {
  const value = highest(all, measure) ?? 0;
  let holders = 0;
  let known = 0;
  let aside = false;
  for (const candidate of all) {
    const own = MEASURED[measure](candidate);
    if (own !== null) known += 1;
    if (own !== null && own >= value) {
      if (isOutsider(candidate)) holders += 1;
      else aside = true;
    }
  }
  return { kind: "most", measure, value, holders, known, of: all.length, aside };
}

function standingIn(members: readonly Candidate[], citer: Candidate): Standing {
  const others = members.filter(({ id }) => id !== citer.id);
  if (others.length === 0) return "only";
  const { citedByCount, year } = citer;
  const isAbove = (own: number | null, theirs: number | null) =>
    own !== null && theirs !== null && own > theirs;
  if (others.every((other) => isAbove(citedByCount, other.citedByCount))) return "most_cited";
  if (others.every((other) => isAbove(other.year, year))) return "earliest";
  if (others.every((other) => isAbove(year, other.year))) return "newest";
  return "one_of";
}

function belongs(candidate: Candidate, group: Group): boolean {
  switch (group.kind) {
    case "polarity":
      return candidate.polarity === group.polarity;
    case "role":
      return candidate.roles.includes(group.role);
    case "claim":
      return candidate.claimNumbers?.includes(group.claim) === true;
    case "field":
      return candidate.fields.includes(group.field);
    case "period":
      return candidate.year !== null && periodOf(candidate.year) === group.firstYear;
  }
}

function isLabelled(candidate: Candidate, { kind }: Group): boolean {
  switch (kind) {
    case "polarity":
      return candidate.polarity !== null && candidate.polarity !== "unclear";
    case "role":
      return candidate.roles.length > 0;
    case "claim":
      return candidate.claimNumbers !== undefined;
    case "field":
      return candidate.fields.length > 0;
    case "period":
      return candidate.year !== null;
  }
}
