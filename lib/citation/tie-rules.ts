import type { EvidenceBasis, Polarity } from "@/lib/citation/polarity";
import type { Role } from "@/lib/citation/role";

/** What to choose in one case; `when` completes a sentence that begins "The citing work". */
export interface TieCase {
  when: string;
  role?: Role;
  polarity?: Polarity;
  basis?: EvidenceBasis;
}

/** A pair of labels that are easily taken for each other, and what tells them apart. */
export type TieRule = readonly TieCase[];

export const ROLE_TIES: readonly TieRule[] = [
  [
    { when: "evaluates on the hub’s data", role: "dataset" },
    { when: "measures against the hub’s numbers or its system", role: "baseline" },
  ],
  [
    { when: "uses a method or a model of the hub as it is", role: "method" },
    { when: "first changes what the hub made, or makes it more general", role: "extension" },
  ],
  [
    { when: "follows the hub’s procedure by its own means", role: "method" },
    { when: "runs the hub’s program", role: "software" },
  ],
  [
    { when: "sets a measured result of its own beside the hub’s", role: "baseline" },
    { when: "relates its results or ideas to the hub’s in words only", role: "comparison" },
  ],
  [
    { when: "measures something of its own design and then looks at the hub’s result", role: "baseline" },
    { when: "does the hub’s study over again, or sets out to test its result", role: "replication" },
  ],
  [
    { when: "tells of the hub so that the reader has heard of it", role: "background" },
    { when: "has a statement or a choice that would lose its ground without the hub", role: "evidence" },
  ],
  [
    {
      when: "finds fault with the hub and was written for that reason",
      role: "motivation",
      polarity: "contrasting",
    },
    { when: "finds fault with the hub and goes on", role: "comparison", polarity: "contrasting" },
  ],
  [{ when: "says “we will use it”, whatever it is that will be used", role: "future_work" }],
];

export const POLARITY_TIES: readonly TieRule[] = [
  [
    { when: "uses the hub or states its finding, with no word on how good it is", polarity: "neutral" },
    { when: "says in words of its own that it holds or works, or shows it", polarity: "supporting" },
  ],
  [
    { when: "does better than the hub at the same task", polarity: "neutral" },
    { when: "finds that a claim or a figure of the hub does not hold", polarity: "contrasting" },
  ],
  [
    { when: "names what the hub leaves open, or goes another way", polarity: "neutral" },
    { when: "names a fault in what the hub did", polarity: "contrasting" },
  ],
  [
    { when: "agrees with one part of the hub and not with another", polarity: "mixed" },
    { when: "may agree or disagree, as far as the shown text goes", polarity: "unclear" },
  ],
];

export const BASIS_TIES: readonly TieRule[] = [
  [
    { when: "has evidence of its own and also quotes what others say", basis: "own_evidence" },
    { when: "has only what others say", basis: "restates" },
  ],
  [
    { when: "calls the hub right and builds on that", basis: "relies_on" },
    { when: "tells that others have called it right", basis: "restates" },
  ],
];

/** The rules of all axes in which a value takes part, in the order of the guidelines. */
export function tieRulesOf(value: Role | Polarity | EvidenceBasis): TieRule[] {
  return [...ROLE_TIES, ...POLARITY_TIES, ...BASIS_TIES].filter((rule) =>
    rule.some(({ role, polarity, basis }) => [role, polarity, basis].includes(value)),
  );
}
