/** What can be wrong with a citation, a sentence or a page's data; the order is the order in forms. */
export const FLAG_KINDS = ["not_a_citation", "wrong_target", "wrong_text", "mistake_in_data"] as const;

export type FlagKind = (typeof FLAG_KINDS)[number];

/** The words of a form. */
export const FLAG_LABELS: Readonly<Record<FlagKind, string>> = {
  not_a_citation: "not a citation of any work",
  wrong_target: "cites another work",
  wrong_text: "the text is wrong or cut",
  mistake_in_data: "a mistake in the data",
};

/** What became of a flag. */
export const FLAG_OUTCOMES = ["upheld", "dismissed"] as const;

export type FlagOutcome = (typeof FLAG_OUTCOMES)[number];
