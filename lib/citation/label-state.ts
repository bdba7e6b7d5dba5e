/** How far the votes on one target settle an axis. */
export const LABEL_STATES = [
  "unlabelled",
  "unclear",
  "single",
  "agreed",
  "contested",
  "adjudicated",
] as const;

export type LabelState = (typeof LABEL_STATES)[number];

/** How well a citation's label is supported: bars draw single lighter than agreed. */
export const LABEL_STRENGTHS = ["single", "agreed"] as const;

export type LabelStrength = (typeof LABEL_STRENGTHS)[number];

/** How far the votes on a citation's targets settle its polarity. */
export const CITATION_LABEL_STATES = ["unlabelled", "unclear", "contested", "labelled"] as const;

export type CitationLabelState = (typeof CITATION_LABEL_STATES)[number];
