import type { PolarityPart } from "@/app/_citation/polarity-parts";

/** A piece of a column: how far its upper edge is above the base line, and how high it is. */
export interface StackedPart {
  part: PolarityPart;
  top: number;
  height: number;
}

/** The parts of a column from the base line upwards, `perCiter` high for each citer. */
export function stackParts(parts: readonly PolarityPart[], perCiter: number): StackedPart[] {
  let top = 0;
  return parts.map((part) => {
    const height = part.count * perCiter;
    top += height;
    return { part, top, height };
  });
}
