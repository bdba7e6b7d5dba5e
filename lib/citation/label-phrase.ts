import { POLARITIES, type Polarity } from "@/lib/citation/polarity";
import type { Role } from "@/lib/citation/role";

/** What follows "uses it" when a sentence tells the role of a citing paper. */
export const ROLE_USES: Readonly<Record<Role, string>> = {
  background: "as background",
  motivation: "as motivation",
  evidence: "as evidence",
  method: "as a method",
  dataset: "as a dataset",
  software: "as software",
  baseline: "as a baseline",
  comparison: "for comparison",
  extension: "for an extension",
  replication: "for a replication",
  future_work: "as future work",
  other: "in another way",
};

/** The polarities that tell something; `unclear` is an answer, but tells nothing of the paper. */
export type ClearPolarity = Exclude<Polarity, "unclear">;

/** The same, in the order of `POLARITIES`. */
export const CLEAR_POLARITIES = POLARITIES.filter((value): value is ClearPolarity => value !== "unclear");

/** What one citing paper does, and what several do, when a sentence tells their polarity. */
export const POLARITY_VERBS: Readonly<Record<ClearPolarity, { one: string; many: string }>> = {
  supporting: { one: "agrees", many: "agree" },
  mixed: { one: "agrees only in part", many: "agree only in part" },
  neutral: { one: "passes no judgement", many: "pass no judgement" },
  contrasting: { one: "disagrees", many: "disagree" },
};
