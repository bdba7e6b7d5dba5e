import { describe, expect, it } from "vitest";
import { cohenKappa } from "@/lib/citation/kappa";

/** A table of counts, one row for each value of the first rater, as the pairs that it counts. */
function pairsOf(table: readonly (readonly number[])[]): [number, number][] {
  return table.flatMap((row, one) =>
    row.flatMap((count, other) => Array.from({ length: count }, (): [number, number] => [one, other])),
  );
}

describe("cohenKappa", () => {
  it.each([
    [
      "20, 5 / 10, 15, of which 70 % agree and 50 % would by chance",
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
    ],
    [
      "45, 15 / 25, 15",
      [
        [45, 15],
        [25, 15],
      ],
      0.1304,
    ],
    [
      "25, 35 / 5, 35",
      [
        [25, 35],
        [5, 35],
      ],
      0.2593,
    ],
    [
      "perfect agreement",
      [
        [3, 0],
        [0, 2],
      ],
      1,
    ],
    [
      "no agreement at all",
      [
        [0, 2],
        [2, 0],
      ],
      -1,
    ],
    [
      "what chance would give",
      [
        [4, 2],
        [2, 1],
      ],
      0,
    ],
  ])("of the table %s is known", (_title, table, kappa) => {
    expect(cohenKappa(pairsOf(table))).toBeCloseTo(kappa, 4);
  });

  it("is null without a pair, and when both always said the same one thing", () => {
    expect(cohenKappa([])).toBeNull();
    expect(cohenKappa(pairsOf([[5]]))).toBeNull();
  });

  it("is 0 when only one rater always said the same", () => {
    expect(cohenKappa(pairsOf([[3, 2]]))).toBe(0);
  });
});
