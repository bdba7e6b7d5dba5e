/** Beyond this many columns the empty years between are left out, so that one wrong date does not crush the rest. */
const MOST_COLUMNS = 60;

export interface YearCount {
  /** Null: the year is not known. */
  year: number | null;
  citers: number;
}

/** "2021–2026", "2021", or null when no year is known. */
export function yearSpan(counts: readonly YearCount[]): string | null {
  const years = counts.flatMap(({ year }) => year ?? []);
  if (years.length === 0) return null;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? String(first) : `${first}–${last}`;
}

/** One column for every year from the first to the last, also for years without a citer. Unknown years are left out. */
export function yearColumns(counts: readonly YearCount[]): { year: number; citers: number }[] {
  const known = counts.flatMap(({ year, citers }) => (year === null ? [] : [{ year, citers }]));
  known.sort((a, b) => a.year - b.year);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return [];
  const length = last.year - first.year + 1;
  if (length > MOST_COLUMNS) return known;
  return Array.from({ length }, (_, i) => {
    const year = first.year + i;
    return { year, citers: known.find((row) => row.year === year)?.citers ?? 0 };
  });
}
