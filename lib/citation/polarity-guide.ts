import type { GuidelineExample } from "@/lib/citation/guideline-example";
import type { Polarity } from "@/lib/citation/polarity";

/** What a polarity means. `definition` completes a sentence that begins "The citing text"; `trap` is a common mistake. */
export interface PolarityGuide {
  definition: string;
  trap: string | null;
  examples: readonly GuidelineExample[];
}

export const POLARITY_GUIDES: Readonly<Record<Polarity, PolarityGuide>> = {
  supporting: {
    definition: "says or shows that a claim or a contribution of the hub holds or works",
    trap: "CiTO has a term obtainsSupportFrom. It says that the citing work gets support from the hub, which is the role evidence. Supporting is the other direction: the hub gets support.",
    examples: [
      {
        text: "The listening protocol of [12] is a sound one, and we use it throughout.",
        marker: "[12]",
        role: "method",
        polarity: "supporting",
        basis: "relies_on",
      },
      {
        text: "We asked the question of [12] again in six schools, and again half of the children knew the hour without counting.",
        marker: "[12]",
        role: "replication",
        polarity: "supporting",
        basis: "own_evidence",
      },
    ],
  },
  mixed: {
    definition: "confirms the hub in part, or adds limits or conditions",
    trap: null,
    examples: [
      {
        text: "Repeating the walks of [12], we found the doubling on still days and nothing of it in wind.",
        marker: "[12]",
        role: "replication",
        polarity: "mixed",
        basis: "own_evidence",
      },
      {
        text: "A test of programs [15] calls Carillon [12] reliable for large bells and useless for small ones.",
        marker: "[12]",
        role: "background",
        polarity: "mixed",
        basis: "restates",
      },
    ],
  },
  neutral: {
    definition: "passes no judgement on the hub; it uses or mentions it",
    trap: "Most citations are neutral. Being used, being mentioned first or being cited often is not praise.",
    examples: [
      {
        text: "The carry of bells has been measured by listeners [12] and by microphones [14].",
        marker: "[12]",
        role: "background",
        polarity: "neutral",
        basis: null,
      },
      {
        text: "A tape was kept when Carillon [12] reported at least one stroke.",
        marker: "[12]",
        role: "software",
        polarity: "neutral",
        basis: null,
      },
    ],
  },
  contrasting: {
    definition: "disagrees with the hub, criticises it, or reports a different result",
    trap: "A paper that does something else, or does it better, does not disagree for that reason.",
    examples: [
      {
        text: "The valley model of [12] fails where a valley has two mouths, and we prove that no choice of its constants can mend it.",
        marker: "[12]",
        role: "comparison",
        polarity: "contrasting",
        basis: "own_evidence",
      },
      {
        text: "Reviewers have called the sixty-four villages of [12] a holiday rather than a sample [15].",
        marker: "[12]",
        role: "background",
        polarity: "contrasting",
        basis: "restates",
      },
    ],
  },
  unclear: {
    definition: "does not let one tell: what is shown is too short, is cut off, or can be read both ways",
    trap: "Unclear is about the shown text. A text that plainly passes no judgement is neutral.",
    examples: [
      { text: "But see [12].", marker: "[12]", role: "background", polarity: "unclear", basis: null },
      {
        text: "The same cannot be said of [12].",
        marker: "[12]",
        role: "comparison",
        polarity: "unclear",
        basis: null,
      },
    ],
  },
};
