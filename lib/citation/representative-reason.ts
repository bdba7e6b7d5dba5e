import {
  type Aspect,
  type Candidate,
  type Group,
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

/** A chosen paper and the weightiest thing that it added. */
export interface Choice {
  citer: Candidate;
  aspect: Aspect;
}

/**
 * Finds out why papers were chosen by looking at every candidate once, in any order, and holding none of them. Every
 * word of a reason holds of all candidates that were seen.
 */
export function reasonTally(choices: readonly Choice[]): {
  see: (candidate: Candidate) => void;
  reasons: () => Reason[];
} {
  let seen = 0;
  const tallies = choices.map(({ citer, aspect }) =>
    isMeasure(aspect) ? tallyOfMost(citer, aspect.kind) : tallyOfGroup(citer, aspect),
  );
  return {
    see(candidate) {
      seen += 1;
      for (const tally of tallies) tally.see(candidate);
    },
    reasons: () => tallies.map((tally) => (seen === 1 ? { kind: "only_citer" } : tally.reason(seen))),
  };
}

interface Tally {
  see: (candidate: Candidate) => void;
  reason: (seen: number) => Reason;
}

function isMeasure(aspect: Aspect): aspect is { kind: Measure } {
  return MEASURES.some((measure) => measure === aspect.kind);
}

/** Of a paper that has most of something: no outsider has more. */
function tallyOfMost(citer: Candidate, measure: Measure): Tally {
  const value = MEASURED[measure](citer) ?? 0;
  let holders = 0;
  let known = 0;
  let aside = false;
  return {
    see(candidate) {
      const own = MEASURED[measure](candidate);
      if (own !== null) known += 1;
      if (own !== null && own >= value) {
        if (isOutsider(candidate)) holders += 1;
        else aside = true;
      }
    },
    reason: (of) => ({ kind: "most", measure, value, holders, known, of, aside }),
  };
}

function tallyOfGroup(citer: Candidate, group: Group): Tally {
  let size = 0;
  let complete = true;
  const alone = { most_cited: true, earliest: true, newest: true };
  return {
    see(candidate) {
      if (!isLabelled(candidate, group)) complete = false;
      if (!belongs(candidate, group)) return;
      size += 1;
      if (candidate.id === citer.id) return;
      if (!isAbove(citer.citedByCount, candidate.citedByCount)) alone.most_cited = false;
      if (!isAbove(candidate.year, citer.year)) alone.earliest = false;
      if (!isAbove(citer.year, candidate.year)) alone.newest = false;
    },
    reason() {
      const first = (["most_cited", "earliest", "newest"] as const).find((standing) => alone[standing]);
      return { kind: "group", group, standing: size === 1 ? "only" : (first ?? "one_of"), size, complete };
    },
  };
}

const isAbove = (own: number | null, theirs: number | null) =>
  own !== null && theirs !== null && own > theirs;

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
