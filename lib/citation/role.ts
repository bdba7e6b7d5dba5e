/** What the citing work does with the hub. The order is the order of keys, legends and bars. */
export const ROLES = [
  "background",
  "motivation",
  "evidence",
  "method",
  "dataset",
  "software",
  "baseline",
  "comparison",
  "extension",
  "replication",
  "future_work",
  "other",
] as const;

export type Role = (typeof ROLES)[number];

/** The word a reader sees for a role. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  background: "background",
  motivation: "motivation",
  evidence: "evidence",
  method: "method",
  dataset: "dataset",
  software: "software",
  baseline: "baseline",
  comparison: "comparison",
  extension: "extension",
  replication: "replication",
  future_work: "future work",
  other: "other",
};
