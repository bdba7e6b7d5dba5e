import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseDoi } from "@/lib/citation/doi";

describe("normaliseDoi", () => {
  it.each([
    ["10.1038/NATURE14539", "10.1038/nature14539", "case does not count"],
    ["10.1000/182.", "10.1000/182", "a full stop belongs to the sentence"],
    ["10.1000/182).", "10.1000/182", "a bracket that nothing opened goes"],
    ["10.1000/(issn)", "10.1000/(issn)", "a bracket that was opened stays"],
    ["10.1016/s0022-2836(05)80360-2", "10.1016/s0022-2836(05)80360-2", "brackets inside stay"],
    ["10.1000/a%2Fb", "10.1000/a/b", "percent signs are decoded"],
    ["10.1000/a%252Fb", "10.1000/a/b", "also when encoded twice"],
    ["10.1000/100%x", "10.1000/100%x", "a stray percent sign stays"],
    [
      "10.1002/(sici)1(1998)2:3%3C4::aid-5%3E3.0.co;2-l",
      "10.1002/(sici)1(1998)2:3<4::aid-5>3.0.co;2-l",
      "an old serial DOI",
    ],
    ["10.1000.10/abc", "10.1000.10/abc", "a registrant may be divided"],
    ["10.1000/abc/", "10.1000/abc", "a slash at the end is the address's"],
  ])("reads %s as %s: %s", (raw, doi) => {
    expect(normaliseDoi(raw)).toBe(doi);
  });

  it.each([
    "",
    "10.1000",
    "10.1000/",
    "10.100/abc",
    "11.1000/abc",
    "x10.1000/abc",
    "10.1000/a b",
    "10.1000/a\u0000b",
  ])("refuses %j", (raw) => {
    expect(normaliseDoi(raw)).toBeNull();
  });

  it("leaves a normalised DOI as it is", () => {
    const suffix = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .array(fc.constantFrom("%", "25", "%41", "(", ")", ">", ".", " ", "/", "İ", "Σ", "a"))
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(suffix, (text) => {
        const doi = normaliseDoi(`10.1000/a${text}`);
        if (doi !== null) expect(normaliseDoi(doi)).toBe(doi);
      }),
    );
  });

  it("drops any number of closing brackets", () => {
    expect(normaliseDoi(`10.1000/a${")".repeat(1000)}`)).toBe("10.1000/a");
  });
});
