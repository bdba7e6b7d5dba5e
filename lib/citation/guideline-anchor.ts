import type { EvidenceBasis, Polarity } from "@/lib/citation/polarity";
import type { Role } from "@/lib/citation/role";

/** A value on its axis, as the guidelines explain it. */
export type GuidelineValue =
  | { axis: "role"; value: Role }
  | { axis: "polarity"; value: Polarity }
  | { axis: "basis"; value: EvidenceBasis };

/** Where on the guidelines a value is explained, without the "#": "role-baseline". */
export function guidelineAnchor({ axis, value }: GuidelineValue): string {
  return `${axis}-${value}`;
}
