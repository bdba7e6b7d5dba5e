import type { Identifier } from "@/lib/citation/identifiers";
import { EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";

/** How a citation came by its label, as queries ask for it; `suggested` is one that nobody voted on. */
const LABEL_QUESTIONS = [
  "unlabelled",
  "single",
  "agreed",
  "contested",
  "adjudicated",
  "unclear",
  "suggested",
] as const;

/** Who or what gave a label. */
const LABEL_GIVERS = ["person", "import", "model"] as const;

/** How a citer stands to a claim; `used` is what votes call neutral. */
export const CLAIM_VERDICTS = ["supporting", "mixed", "contrasting", "used"] as const;
type ClaimVerdict = (typeof CLAIM_VERDICTS)[number];

/** The keys whose values are words of a vocabulary, each with its words. */
export const QUERY_VOCABULARIES = {
  role: ROLES,
  polarity: POLARITIES,
  basis: EVIDENCE_BASES,
  label: LABEL_QUESTIONS,
  by: LABEL_GIVERS,
  has: ["context"],
  is: ["self", "influential", "retracted"],
} as const;

export type VocabularyKey = keyof typeof QUERY_VOCABULARIES;
export type ValueOf<Key extends VocabularyKey> = (typeof QUERY_VOCABULARIES)[Key][number];

/** The keys whose values are words that occur in what is looked at. */
export const WORDED_KEYS = ["field", "venue", "author"] as const;
export type WordedKey = (typeof WORDED_KEYS)[number];

/** Every key, in the order in which they are explained. */
export const QUERY_KEYS = [
  "role",
  "polarity",
  "basis",
  "claim",
  "year",
  "field",
  "venue",
  "author",
  "cites",
  "label",
  "by",
  "has",
  "is",
] as const satisfies readonly (VocabularyKey | WordedKey | "year" | "claim" | "cites")[];
export type QueryKey = (typeof QUERY_KEYS)[number];

/** Both ends belong to it; null: open. */
export interface YearRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** A claim of the hub; verdict null: any. */
export interface ClaimAsked {
  readonly number: number;
  readonly verdict: ClaimVerdict | null;
}

type VocabularyTerm = {
  [Key in VocabularyKey]: {
    readonly key: Key;
    readonly not: boolean;
    readonly values: readonly ValueOf<Key>[];
  };
}[VocabularyKey];

/** One condition. Of several values any will do; `not` turns it round. */
export type QueryTerm =
  | VocabularyTerm
  | { readonly key: WordedKey; readonly not: boolean; readonly values: readonly string[] }
  | { readonly key: "year"; readonly not: boolean; readonly values: readonly YearRange[] }
  | { readonly key: "claim"; readonly not: boolean; readonly values: readonly ClaimAsked[] }
  /** Works cited beside the hub, by identifier or by their number here. */
  | { readonly key: "cites"; readonly not: boolean; readonly values: readonly (Identifier | number)[] }
  /** Words of title, authors, summary or a context; a phrase has them in this order, whole. */
  | { readonly key: "text"; readonly not: boolean; readonly text: string; readonly phrase: boolean };

/** What is asked of citations: all terms must hold. No term: all citations. */
export interface Query {
  readonly terms: readonly QueryTerm[];
}

export const EVERYTHING: Query = { terms: [] };
