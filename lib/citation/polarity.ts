/** How the citing text judges what it cites. The order is the order of keys, legends and bars. */
export const POLARITIES = ["supporting", "mixed", "neutral", "contrasting", "unclear"] as const;

export type Polarity = (typeof POLARITIES)[number];

/** The sign drawn beside the colour, so that colour is never the only sign. */
export const POLARITY_SIGNS: Readonly<Record<Polarity, string>> = {
  supporting: "+",
  mixed: "±",
  neutral: "○",
  contrasting: "−",
  unclear: "?",
};

/** On what a judgement rests; asked only where `hasEvidenceBasis` says so. */
export const EVIDENCE_BASES = ["own_evidence", "relies_on", "restates"] as const;

export type EvidenceBasis = (typeof EVIDENCE_BASES)[number];

/** Whether a polarity passes judgement, so that it can rest on something. */
export function hasEvidenceBasis(polarity: Polarity): boolean {
  return polarity === "supporting" || polarity === "mixed" || polarity === "contrasting";
}

/** The words a reader sees for a basis. */
export const BASIS_LABELS: Readonly<Record<EvidenceBasis, string>> = {
  own_evidence: "own evidence",
  relies_on: "relies on it",
  restates: "restates others",
};
