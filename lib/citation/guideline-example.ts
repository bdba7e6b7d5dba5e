import type { EvidenceBasis, Polarity } from "@/lib/citation/polarity";
import type { Role } from "@/lib/citation/role";

/** An invented sentence with the label that it should get. */
export interface GuidelineExample {
  text: string;
  /** The part of the text, found in it once, that cites the hub. */
  marker: string;
  role: Role;
  polarity: Polarity;
  /** Null exactly where the polarity takes none. */
  basis: EvidenceBasis | null;
}

/** The hub of which every example speaks; work, people and findings are invented. */
export const EXAMPLE_HUB = {
  citation: "Tollworth and Umberlow (2017), How Far a Bell Carries: Fog, Hour and Habit in 64 Villages",
  claims: [
    "A bell carries twice as far in fog as in clear air.",
    "Half of all listeners know the hour without counting the strokes.",
  ],
  offers: [
    "a listening protocol",
    "a model of sound in valleys",
    "the Bell Ledger, records of 18,000 ringings",
    "Carillon, a program that picks bells out of recordings",
  ],
} as const;

/** Where a marker stands in a text: half-open, in UTF-16 units. */
export function rangeOf(text: string, marker: string): { start: number; end: number } {
  const start = text.indexOf(marker);
  return { start, end: start + marker.length };
}
