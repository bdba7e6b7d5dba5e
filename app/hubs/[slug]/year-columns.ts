import type { PolarityPart } from "@/app/_citation/polarity-parts";

/** Beyond this many columns the empty years between are left out, so that one wrong date does not crush the rest. */
const MOST_COLUMNS = 60;

/** The citers of one year; the parts add up to them. */
export interface YearColumn {
  year: number;
  citers: number;
  parts: readonly PolarityPart[];
}

/** One column for every year from the first to the last, also for years without a citer. Unknown years are left out. */
export function yearColumns(
  years: readonly { year: number | null; parts: readonly PolarityPart[] }[],
): YearColumn[] {
  const known = years.flatMap(({ year, parts }) =>
    year === null ? [] : [{ year, citers: citersOf(parts), parts }],
  );
  known.sort((a, b) => a.year - b.year);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return [];
  const length = last.year - first.year + 1;
  if (length > MOST_COLUMNS) return known;
  return Array.from({ length }, (_, i) => {
    const year = first.year + i;
    return known.find((column) => column.year === year) ?? { year, citers: 0, parts: [] };
  });
}

/** How many citers the parts hold together. */
export function citersOf(parts: readonly PolarityPart[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}

/** Whether years without a citer were left out. */
export function hasGaps(columns: readonly YearColumn[]): boolean {
  const [first, last] = [columns[0], columns.at(-1)];
  return first !== undefined && last !== undefined && last.year - first.year >= columns.length;
}
