/** The two axes on which a citation is labelled; a figure names the one that it counts. */
export const LABEL_AXES = ["role", "polarity"] as const;

/** What a figure counts. */
export const COUNTED_UNITS = ["citers", "sentences"] as const;
export type CountedUnit = (typeof COUNTED_UNITS)[number];

/**
 * How judgements are read: the wide reading counts them all; the strict one counts those that rest on the citing
 * work's own evidence, and takes the others for neutral.
 */
export const EVIDENCE_READINGS = ["all", "own"] as const;
export type EvidenceReading = (typeof EVIDENCE_READINGS)[number];
