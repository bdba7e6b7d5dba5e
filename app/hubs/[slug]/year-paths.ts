import { type PolarityPart, partKey } from "@/app/_citation/polarity-parts";
import type { StackedPart } from "./year-stack";

/** A piece of a column, and where the middle of its column is. */
export interface PlacedPiece extends StackedPart {
  middle: number;
}

/** All pieces that look the same, as one outline. */
interface Outline {
  part: PolarityPart;
  /** The data of an SVG path; 0 is the base line, and what stands on it is negative. */
  path: string;
}

/**
 * The pieces of all columns by their look, so that a drawing of a hundred years has no more elements than one of two. A
 * piece that is high enough for it leaves a gap to what stands on it.
 */
export function outlinesOf(pieces: readonly PlacedPiece[], width: number): Outline[] {
  const outlines = new Map<string, Outline>();
  for (const { part, middle, top, height } of pieces) {
    const gap = height > 3 ? 1 : 0;
    const [left, upper, down] = [middle - width / 2, gap - top, height - gap].map(rounded);
    const across = rounded(width);
    const path = `M${left} ${upper}h${across}v${down}h-${across}z`;
    const known = outlines.get(partKey(part));
    outlines.set(partKey(part), { part, path: (known?.path ?? "") + path });
  }
  return [...outlines.values()];
}

/** Hundredths of a pixel are not seen. */
const rounded = (length: number) => Math.round(length * 100) / 100;
