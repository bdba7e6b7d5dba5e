import type { GuidelineExample } from "@/lib/citation/guideline-example";
import type { EvidenceBasis } from "@/lib/citation/polarity";

/** What an evidence basis means. `definition` completes a sentence that begins "The citing work". */
export interface BasisGuide {
  definition: string;
  examples: readonly GuidelineExample[];
}

export const BASIS_GUIDES: Readonly<Record<EvidenceBasis, BasisGuide>> = {
  own_evidence: {
    definition: "brings new data, a measurement or a proof of its own for the judgement",
    examples: [
      {
        text: "We repeated the fog walks of [12] with a bell of our own: it was heard at 31 gates in fog and at 16 in clear air.",
        marker: "[12]",
        role: "replication",
        polarity: "supporting",
        basis: "own_evidence",
      },
      {
        text: "We ran Carillon [12] over a night of owls, and it reported forty bells.",
        marker: "[12]",
        role: "software",
        polarity: "contrasting",
        basis: "own_evidence",
      },
    ],
  },
  relies_on: {
    definition: "takes the hub at its word, says so, and builds on it",
    examples: [
      {
        text: "The doubling in fog is beyond doubt [12], and the rest of our argument stands on it.",
        marker: "[12]",
        role: "evidence",
        polarity: "supporting",
        basis: "relies_on",
      },
      {
        text: "We hold the distances of [12] to be right for clear air only, and there we use them.",
        marker: "[12]",
        role: "evidence",
        polarity: "mixed",
        basis: "relies_on",
      },
    ],
  },
  restates: {
    definition: "repeats a judgement that somebody else has made",
    examples: [
      {
        text: "According to the latest review [15] the doubling in fog [12] is the best tested result of the field.",
        marker: "[12]",
        role: "background",
        polarity: "supporting",
        basis: "restates",
      },
      {
        text: "Several authors doubt that the listeners of [12] were awake [15, 19].",
        marker: "[12]",
        role: "background",
        polarity: "contrasting",
        basis: "restates",
      },
    ],
  },
};
