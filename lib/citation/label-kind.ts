/** Where a label comes from: people vote, imports and models suggest. A suggestion never counts as a vote. */
export const LABEL_KINDS = ["vote", "suggestion"] as const;

export type LabelKind = (typeof LABEL_KINDS)[number];
