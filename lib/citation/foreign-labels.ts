import type { EvidenceBasis, Polarity } from "./polarity";
import type { Role } from "./role";

/** The vocabularies of others whose labels are understood. */
const LABEL_SCHEMES = [
  "semantic-scholar",
  "scicite",
  "acl-arc",
  "3c",
  "multicite",
  "scite",
  "athar",
  "pith",
  "cito",
] as const;
export type LabelScheme = (typeof LABEL_SCHEMES)[number];

/** What a foreign label says in our words: on our axes, or beside them. Empty where we have no word for it. */
export interface LabelMeaning {
  role?: Role;
  polarity?: Polarity;
  basis?: EvidenceBasis;
  /** The citation matters to the citing work, which is a flag and no label. */
  influential?: true;
  /** The citing work takes the cited one back, which is for an admin and no label. */
  retraction?: true;
}

/** By the label in small letters. */
type Meanings = Readonly<Record<string, LabelMeaning>>;

const INTENTS = {
  background: { role: "background" },
  methodology: { role: "method" },
  method: { role: "method" },
  result: { role: "comparison" },
  results: { role: "comparison" },
} as const satisfies Meanings;

const FUNCTIONS = {
  background: { role: "background" },
  uses: { role: "method" },
  motivation: { role: "motivation" },
  extends: { role: "extension" },
  extension: { role: "extension" },
  compareorcontrast: { role: "comparison" },
  compares_contrasts: { role: "comparison" },
  future: { role: "future_work" },
  influential: { influential: true },
} as const satisfies Meanings;

const OWN = "own_evidence";

const MEANINGS: Readonly<Record<LabelScheme, Meanings>> = {
  "semantic-scholar": { ...INTENTS, isinfluential: { influential: true } },
  scicite: {
    ...INTENTS,
    supportive: { polarity: "supporting" },
    not_supportive: { polarity: "contrasting" },
    cant_determine: { polarity: "unclear" },
  },
  "acl-arc": FUNCTIONS,
  "3c": FUNCTIONS,
  multicite: {
    background: { role: "background" },
    motivation: { role: "motivation" },
    future_work: { role: "future_work" },
    uses: { role: "method" },
    extends: { role: "extension" },
    similarities: { role: "comparison" },
    differences: { role: "comparison", polarity: "contrasting" },
  },
  scite: {
    supporting: { polarity: "supporting", basis: OWN },
    contrasting: { polarity: "contrasting", basis: OWN },
    contradicting: { polarity: "contrasting", basis: OWN },
    disputing: { polarity: "contrasting", basis: OWN },
    mentioning: { polarity: "neutral" },
    unclassified: {},
  },
  athar: {
    p: { polarity: "supporting" },
    positive: { polarity: "supporting" },
    n: { polarity: "contrasting" },
    negative: { polarity: "contrasting" },
    o: { polarity: "neutral" },
    neutral: { polarity: "neutral" },
    unlabelled: {},
  },
  pith: {
    background: { role: "background" },
    method: { role: "method" },
    baseline: { role: "baseline" },
    dataset: { role: "dataset" },
    other: { role: "other" },
  },
  cito: {
    obtainsbackgroundfrom: { role: "background" },
    citesforinformation: { role: "background" },
    citesasauthority: { role: "background" },
    citesasrecommendedreading: { role: "background" },
    describes: { role: "background" },
    credits: { role: "background" },
    citesasevidence: { role: "evidence" },
    obtainssupportfrom: { role: "evidence" },
    usesconclusionsfrom: { role: "evidence" },
    usesmethodin: { role: "method" },
    usesdatafrom: { role: "dataset" },
    citesasdatasource: { role: "dataset" },
    extends: { role: "extension" },
    updates: { role: "extension" },
    citesaspotentialsolution: { role: "future_work" },
    discusses: { role: "comparison" },
    reviews: { role: "comparison" },
    confirms: { polarity: "supporting", basis: OWN },
    supports: { polarity: "supporting" },
    agreeswith: { polarity: "supporting" },
    qualifies: { polarity: "mixed" },
    disagreeswith: { polarity: "contrasting" },
    critiques: { polarity: "contrasting" },
    disputes: { polarity: "contrasting", basis: OWN },
    refutes: { polarity: "contrasting", basis: OWN },
    corrects: { polarity: "contrasting", basis: OWN },
    retracts: { retraction: true },
  },
};

/**
 * What a label of another vocabulary means in ours, whatever its case, a CiTO property also as an address or with its
 * prefix. Empty for a label that has no counterpart: the original is kept all the same, and nothing is guessed.
 */
export function meaningOf(scheme: LabelScheme, label: string): LabelMeaning {
  const name = label
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/purl\.org\/spar\/cito\/|cito:)/u, "")
    .replace(/[\s-]+/gu, "_");
  const meanings = MEANINGS[scheme];
  return Object.hasOwn(meanings, name) ? (meanings[name] ?? {}) : {};
}
