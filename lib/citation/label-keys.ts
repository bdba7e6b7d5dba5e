import type { EvidenceBasis, Polarity } from "@/lib/citation/polarity";
import type { Role } from "@/lib/citation/role";

/** The key that gives the main role; with shift it adds a further one. In the order of ROLES. */
export const ROLE_KEYS: Readonly<Record<Role, string>> = {
  background: "1",
  motivation: "2",
  evidence: "3",
  method: "4",
  dataset: "5",
  software: "6",
  baseline: "7",
  comparison: "8",
  extension: "9",
  replication: "0",
  future_work: "-",
  other: "=",
};

export const POLARITY_KEYS: Readonly<Record<Polarity, string>> = {
  supporting: "s",
  mixed: "m",
  neutral: "n",
  contrasting: "c",
  unclear: "u",
};

export const BASIS_KEYS: Readonly<Record<EvidenceBasis, string>> = {
  own_evidence: "e",
  relies_on: "r",
  restates: "t",
};
