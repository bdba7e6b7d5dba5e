import type { ClearPolarity } from "@/lib/citation/label-phrase";
import type { Polarity } from "@/lib/citation/polarity";
import type { Role } from "@/lib/citation/role";

/** What the choice of representative citing papers knows of a citer. Its labels may be votes or suggestions. */
export interface Candidate {
  /** Unique among the candidates; settles what nothing else does, the smaller first. */
  id: number;
  year: number | null;
  fields: readonly string[];
  roles: readonly Role[];
  polarity: Polarity | null;
  /** Null when unknown. A zero that stands for "unknown" lets "the most cited" say more than is known. */
  citedByCount: number | null;
  contextCount: number;
  isSelf: boolean;
  isInfluential: boolean;
  retracted: boolean;
  /** The numbers of the hub's claims it speaks to. */
  claimNumbers?: readonly number[];
}

/** Something that papers share and a reader should meet once. */
export type Group =
  | { kind: "polarity"; polarity: ClearPolarity }
  | { kind: "role"; role: Role }
  | { kind: "claim"; claim: number }
  | { kind: "field"; field: string }
  | { kind: "period"; firstYear: number };

/** How many years a period has. Periods begin in years that end in 0 or 5, so that no candidate moves them. */
export const YEARS_PER_PERIOD = 5;

/** The first year of the period in which a year lies. */
export function periodOf(year: number): number {
  return Math.floor(year / YEARS_PER_PERIOD) * YEARS_PER_PERIOD;
}

/** What a paper can have most of. */
export const MEASURES = ["citations", "sentences", "year"] as const;

export type Measure = (typeof MEASURES)[number];

export const MEASURED: Readonly<Record<Measure, (candidate: Candidate) => number | null>> = {
  citations: ({ citedByCount }) => citedByCount,
  sentences: ({ contextCount }) => contextCount,
  year: ({ year }) => year,
};

export type Aspect = Group | { kind: Measure };

/** Whether a paper speaks for how others received the hub: not its authors' own, and not retracted. */
export function isOutsider(candidate: Candidate): boolean {
  return !candidate.retracted && !candidate.isSelf;
}

/** The highest value of a measure among outsiders, or null when none is known. */
export function highest(candidates: readonly Candidate[], measure: Measure): number | null {
  let most: number | null = null;
  for (const candidate of candidates) {
    const value = isOutsider(candidate) ? MEASURED[measure](candidate) : null;
    if (value !== null && (most === null || value > most)) most = value;
  }
  return most;
}
