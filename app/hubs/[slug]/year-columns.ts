import { NO_COUNTS, totalOf } from "@/app/_citation/polarity-tally";
import type { PolarityCounts, SuggestedFigures } from "@/db/queries/suggested";

/** Beyond this many columns the empty years between are left out, so that one wrong date does not crush the rest. */
const MOST_COLUMNS = 60;

/** The citers of one year. */
export interface YearColumn {
  year: number;
  citers: number;
  polarities: PolarityCounts;
}

/** One column for every year from the first to the last, also for years without a citer. Unknown years are left out. */
export function yearColumns(years: SuggestedFigures["years"]): YearColumn[] {
  const known = years.flatMap(({ year, polarities }) =>
    year === null ? [] : [{ year, citers: totalOf(polarities), polarities }],
  );
  known.sort((a, b) => a.year - b.year);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return [];
  const length = last.year - first.year + 1;
  if (length > MOST_COLUMNS) return known;
  return Array.from({ length }, (_, i) => {
    const year = first.year + i;
    return known.find((column) => column.year === year) ?? { year, citers: 0, polarities: NO_COUNTS };
  });
}

/** Whether years without a citer were left out. */
export function hasGaps(columns: readonly YearColumn[]): boolean {
  const [first, last] = [columns[0], columns.at(-1)];
  return first !== undefined && last !== undefined && last.year - first.year >= columns.length;
}
