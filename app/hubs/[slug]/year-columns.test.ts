import { describe, expect, test } from "vitest";
import { suggestedParts, unlabelledParts } from "@/app/_citation/polarity-parts";
import { NO_COUNTS } from "@/app/_citation/polarity-tally";
import { hasGaps, yearColumns } from "./year-columns";

const of = (year: number | null, none: number) => ({ year, parts: unlabelledParts(none) });

describe("yearColumns", () => {
  test("a year without a citer between two others has a column of none", () => {
    const columns = yearColumns([of(2024, 1), of(2026, 20), of(null, 4)]);
    expect(columns.map(({ year, citers }) => [year, citers])).toEqual([
      [2024, 1],
      [2025, 0],
      [2026, 20],
    ]);
    expect(hasGaps(columns)).toBe(false);
  });

  test("a column counts citers of every polarity and of none", () => {
    const parts = [...suggestedParts({ ...NO_COUNTS, supporting: 2, unclear: 1 }), ...unlabelledParts(3)];
    expect(yearColumns([{ year: 2020, parts }])).toEqual([{ year: 2020, citers: 6, parts }]);
  });

  test("one date of long ago does not add a column for every year since, and the gap is told", () => {
    const columns = yearColumns([of(1850, 1), of(2020, 5)]);
    expect(columns.map(({ year }) => year)).toEqual([1850, 2020]);
    expect(hasGaps(columns)).toBe(true);
  });

  test("without a known year there is no column", () => {
    expect(yearColumns([of(null, 3)])).toEqual([]);
  });
});
