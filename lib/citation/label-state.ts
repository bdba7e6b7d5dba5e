/** How far the label of a target has come on one axis: from no vote at all to the decision of an admin. */
export const LABEL_STATES = [
  "unlabelled",
  "unclear",
  "single",
  "agreed",
  "contested",
  "adjudicated",
] as const;

export type LabelState = (typeof LABEL_STATES)[number];

/** How well a label is founded: on one vote somewhere, or on agreement or a decision everywhere. */
export const LABEL_STRENGTHS = ["single", "agreed"] as const;

export type LabelStrength = (typeof LABEL_STRENGTHS)[number];
