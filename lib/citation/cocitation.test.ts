import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coCitationCosine, coCitationJaccard, coCitationShare } from "@/lib/citation/cocitation";

/** Reference lists in which work A and work B may occur; at least one list has each. */
const lists = fc
  .array(fc.record({ a: fc.boolean(), b: fc.boolean() }), { minLength: 1, maxLength: 60 })
  .filter((papers) => papers.some(({ a }) => a) && papers.some(({ b }) => b));

function pairIn(papers: readonly { a: boolean; b: boolean }[]) {
  return {
    together: papers.filter(({ a, b }) => a && b).length,
    citingOne: papers.filter(({ a }) => a).length,
    citingOther: papers.filter(({ b }) => b).length,
  };
}

describe("coCitationShare", () => {
  it("is the share of the citers that have reference lists", () => {
    expect(coCitationShare(31, 56)).toBeCloseTo(0.5536, 4);
    expect(coCitationShare(0, 3)).toBe(0);
    expect(coCitationShare(3, 3)).toBe(1);
  });

  it.each([
    [0, 0],
    [4, 3],
    [-1, 3],
    [1.5, 3],
    [1, Number.NaN],
  ])("refuses %d of %d", (together, citers) => {
    expect(() => coCitationShare(together, citers)).toThrow(RangeError);
  });
});

describe("the strength of a co-citation", () => {
  it("follows its formulas: 6 papers cite both of two works that 9 and 16 papers cite", () => {
    const pair = { together: 6, citingOne: 9, citingOther: 16 };
    expect(coCitationCosine(pair)).toBeCloseTo(6 / 12, 12);
    expect(coCitationJaccard(pair)).toBeCloseTo(6 / 19, 12);
  });

  it("of a frequently cited work is weaker than its share suggests", () => {
    const everybodys = { together: 20, citingOne: 40, citingOther: 4000 };
    const ofTheField = { together: 18, citingOne: 40, citingOther: 45 };
    expect(coCitationShare(20, 40)).toBeGreaterThan(coCitationShare(18, 40));
    expect(coCitationCosine(everybodys)).toBeLessThan(coCitationCosine(ofTheField));
    expect(coCitationJaccard(everybodys)).toBeLessThan(coCitationJaccard(ofTheField));
  });

  it("as a cosine is that of the two vectors of citing papers (Salton and McGill 1983)", () => {
    fc.assert(
      fc.property(lists, (papers) => {
        let product = 0;
        let ofA = 0;
        let ofB = 0;
        for (const { a, b } of papers) {
          product += Number(a) * Number(b);
          ofA += Number(a) ** 2;
          ofB += Number(b) ** 2;
        }
        expect(coCitationCosine(pairIn(papers))).toBeCloseTo(product / Math.sqrt(ofA * ofB), 12);
      }),
    );
  });

  it("as a Jaccard index is the intersection over the union", () => {
    fc.assert(
      fc.property(lists, (papers) => {
        const either = papers.filter(({ a, b }) => a || b);
        const both = either.filter(({ a, b }) => a && b);
        expect(coCitationJaccard(pairIn(papers))).toBeCloseTo(both.length / either.length, 12);
      }),
    );
  });

  it("is the same from either side, lies between 0 and 1, and is no larger as Jaccard index than as cosine", () => {
    fc.assert(
      fc.property(lists, (papers) => {
        const pair = pairIn(papers);
        const mirrored = { ...pair, citingOne: pair.citingOther, citingOther: pair.citingOne };
        const cosine = coCitationCosine(pair);
        const jaccard = coCitationJaccard(pair);
        expect(coCitationCosine(mirrored)).toBe(cosine);
        expect(coCitationJaccard(mirrored)).toBe(jaccard);
        expect(jaccard).toBeGreaterThanOrEqual(0);
        expect(jaccard).toBeLessThanOrEqual(cosine + 1e-12);
        expect(cosine).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("of two works that are cited equally often has cosine = 2·Jaccard / (1 + Jaccard)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat({ max: 5000 }), (cited, both) => {
        const pair = { together: Math.min(cited, both), citingOne: cited, citingOther: cited };
        const jaccard = coCitationJaccard(pair);
        expect(coCitationCosine(pair)).toBeCloseTo((2 * jaccard) / (1 + jaccard), 10);
      }),
    );
  });

  it.each([
    [5, 4, 9],
    [5, 9, 4],
    [0, 0, 4],
    [0, 4, 0],
    [-1, 4, 4],
    [1, 4.5, 4],
  ])("refuses %d together of %d and %d", (together, citingOne, citingOther) => {
    const pair = { together, citingOne, citingOther };
    expect(() => coCitationCosine(pair)).toThrow(RangeError);
    expect(() => coCitationJaccard(pair)).toThrow(RangeError);
  });
});
