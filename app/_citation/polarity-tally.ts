import type { PolarityCounts } from "@/db/queries/suggested";
import { POLARITIES } from "@/lib/citation/polarity";

/** Nothing of any suggested polarity. */
export const NO_COUNTS: PolarityCounts = {
  supporting: 0,
  mixed: 0,
  neutral: 0,
  contrasting: 0,
  unclear: 0,
  none: 0,
};

/** All, with a polarity or without. */
export function totalOf(counts: PolarityCounts): number {
  return [...POLARITIES, "none" as const].reduce((sum, part) => sum + counts[part], 0);
}

/** Those with a polarity, also an unclear one. */
export function labelledOf(counts: PolarityCounts): number {
  return totalOf(counts) - counts.none;
}

/** Those of which a share can be told: unclear is an answer, but is left out of percentages. */
export function toldOf(counts: PolarityCounts): number {
  return labelledOf(counts) - counts.unclear;
}

/** The polarities of which there are any, and all those that can be a judgement or none. */
export function shownPolarities(counts: PolarityCounts) {
  return POLARITIES.filter((polarity) => polarity !== "unclear" || counts.unclear > 0);
}
