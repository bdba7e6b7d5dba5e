import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { masiDistance } from "@/lib/citation/masi";

const sets = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"));

describe("masiDistance", () => {
  it.each<[string, string, string, number]>([
    ["equal", "ab", "ba", 0],
    ["both empty", "", "", 0],
    ["the second holds the first", "ab", "abcd", 1 - (2 / 4) * (2 / 3)],
    ["the first holds the second", "abc", "c", 1 - (1 / 3) * (2 / 3)],
    ["all but one", "abcd", "abc", 1 - (3 / 4) * (2 / 3)],
    ["overlapping", "abc", "bcd", 1 - (2 / 4) * (1 / 3)],
    ["overlapping in one of three", "ab", "bc", 1 - (1 / 3) * (1 / 3)],
    ["apart", "ab", "cd", 1],
    ["one empty", "ab", "", 1],
  ])("%s | {%s} and {%s} → %d (Jaccard × monotonicity of Passonneau 2006)", (_title, a, b, distance) => {
    expect(masiDistance([...a], [...b])).toBeCloseTo(distance, 12);
  });

  it("takes sets as well as lists, and counts doubles once", () => {
    expect(masiDistance(new Set(["a", "b"]), ["a", "b", "a"])).toBe(0);
    expect(masiDistance(["a", "a"], new Set(["a", "b"]))).toBeCloseTo(2 / 3, 12);
  });

  it("is symmetric, from 0 to 1, and 0 for equal sets alone", () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        const distance = masiDistance(a, b);
        expect(distance).toBe(masiDistance(b, a));
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(distance).toBeLessThanOrEqual(1);
        expect(distance === 0).toBe([...a].sort().join() === [...b].sort().join());
      }),
    );
  });
});
