import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatInterval, wilsonInterval } from "@/lib/citation/wilson";

const proportion = fc
  .nat({ max: 200_000 })
  .chain((n) => fc.record({ k: fc.nat({ max: n }), n: fc.constant(n) }))
  .filter(({ n }) => n > 0);

describe("wilsonInterval", () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i is that of Newcombe 1998, table I", (k, n, low, high) => {
    const interval = wilsonInterval(k, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it("is everything when nothing was counted", () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it("ends exactly at 0 and at 1 where none or all were seen", () => {
    expect(wilsonInterval(0, 7).low).toBe(0);
    expect(wilsonInterval(7, 7).high).toBe(1);
  });

  it.each([
    [-1, 5],
    [6, 5],
    [1, 0],
    [0, -1],
    [0.5, 2],
    [1, 2.5],
    [Number.NaN, 3],
    [1, Number.POSITIVE_INFINITY],
  ])("refuses %d of %d", (k, n) => {
    expect(() => wilsonInterval(k, n)).toThrow(RangeError);
  });

  it("holds the proportion that was seen and stays between 0 and 1", () => {
    fc.assert(
      fc.property(proportion, ({ k, n }) => {
        const { low, high } = wilsonInterval(k, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("has ends at which the score test is exactly at its limit", () => {
    fc.assert(
      fc.property(proportion, ({ k, n }) => {
        const { low, high } = wilsonInterval(k, n);
        for (const p of [low, high].filter((end) => end > 0 && end < 1))
          expect(Math.abs(k / n - p) / Math.sqrt((p * (1 - p)) / n)).toBeCloseTo(1.959964, 5);
      }),
    );
  });

  it("of the other cases is its mirror image", () => {
    fc.assert(
      fc.property(proportion, ({ k, n }) => {
        expect(wilsonInterval(k, n).low).toBeCloseTo(1 - wilsonInterval(n - k, n).high, 10);
      }),
    );
  });
});

describe("formatInterval", () => {
  it.each([
    [19, 39, "34–64 %"],
    [8, 39, "11–36 %"],
    [0, 20, "0–16 %"],
    [20, 20, "84–100 %"],
    [0, 0, "0–100 %"],
    [50_000, 100_000, "50 %"],
    [5, 100_000, "< 1 %"],
    [99_995, 100_000, "> 99 %"],
  ])("prints %i of %i as %s", (k, n, printed) => {
    expect(formatInterval(wilsonInterval(k, n))).toBe(printed.replaceAll(" ", "\u00a0"));
  });
});
