import { parsePartialDate } from "@/lib/citation/partial-date";

/**
 * When a work appeared, from the full date and the year that a service gives of it. Services write 1 January where they
 * know the year alone, so that day says no more than its year.
 */
export function publishedOn(date: string | null | undefined, year: number | null | undefined): string | null {
  const day = date ? parsePartialDate(date) : null;
  if (day?.endsWith("-01-01")) return day.slice(0, 4);
  return day ?? (year ? parsePartialDate(year) : null);
}
