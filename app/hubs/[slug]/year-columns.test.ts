import { describe, expect, test } from "vitest";
import { yearColumns, yearSpan } from "./year-columns";

describe("yearSpan", () => {
  test("runs from the first known year to the last", () => {
    const counts = [
      { year: 2026, citers: 20 },
      { year: 2021, citers: 3 },
      { year: null, citers: 4 },
    ];
    expect(yearSpan(counts)).toBe("2021–2026");
  });

  test("is one year when all citers are of that year", () => {
    expect(yearSpan([{ year: 2021, citers: 3 }])).toBe("2021");
  });

  test("is null when no year is known", () => {
    expect(yearSpan([{ year: null, citers: 3 }])).toBeNull();
    expect(yearSpan([])).toBeNull();
  });
});

describe("yearColumns", () => {
  test("a year without a citer between two others has a column of none", () => {
    const counts = [
      { year: 2024, citers: 1 },
      { year: 2026, citers: 20 },
      { year: null, citers: 4 },
    ];
    expect(yearColumns(counts)).toEqual([
      { year: 2024, citers: 1 },
      { year: 2025, citers: 0 },
      { year: 2026, citers: 20 },
    ]);
  });

  test("one date of long ago does not add a column for every year since", () => {
    const counts = [
      { year: 1850, citers: 1 },
      { year: 2020, citers: 5 },
    ];
    expect(yearColumns(counts)).toEqual(counts);
  });

  test("without a known year there is no column", () => {
    expect(yearColumns([{ year: null, citers: 3 }])).toEqual([]);
  });
});
