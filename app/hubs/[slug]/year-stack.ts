import { POLARITY_PARTS, type PolarityPart } from "@/app/_citation/polarity-look";
import type { PolarityCounts } from "@/db/queries/suggested";

/** A piece of a column: how far its upper edge is above the base line, and how high it is. */
export interface StackedPart {
  part: PolarityPart;
  count: number;
  top: number;
  height: number;
}

/** The parts of a column from the base line upwards, `perCiter` high for each citer; what has none is left out. */
export function stackParts(polarities: PolarityCounts, perCiter: number): StackedPart[] {
  let top = 0;
  return POLARITY_PARTS.filter((part) => polarities[part] > 0).map((part) => {
    const height = polarities[part] * perCiter;
    top += height;
    return { part, count: polarities[part], top, height };
  });
}
