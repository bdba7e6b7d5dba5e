import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerpt } from "@/lib/citation/excerpt";

describe("excerpt", () => {
  it.each([
    ["A short text.", 20, "A short text."],
    ["A short text.", 13, "A short text."],
    ["A short text.", 12, "A short…"],
    ["A short text.", 8, "A short…"],
    ["A short text.", 7, "A…"],
    ["  A\n\tshort   text. ", 13, "A short text."],
    ["First, second.", 9, "First…"],
    ["First sentence. Second sentence.", 20, "First sentence…"],
    ["Incomprehensibilities abound", 6, "Incom…"],
    ["基于深度学习的引文分析方法", 6, "基于深度学…"],
    ["用 BERT 分析引文", 9, "用 BERT 分…"],
    ["--- and so on", 5, "---…"],
    ["", 5, ""],
    ["anything", 0, "…"],
  ])("of %j in %i characters is %j", (text, max, result) => {
    expect(excerpt(text, max)).toBe(result);
  });

  it("takes no accent and no emoji apart", () => {
    expect(excerpt("e\u0301e\u0301e\u0301", 4)).toBe("e\u0301…");
    expect(excerpt("かか\u3099か", 3)).toBe("か…");
    expect(excerpt("👩‍👩‍👧👩‍👩‍👧", 12)).toBe("👩‍👩‍👧…");
    expect(excerpt("👩‍👩‍👧👩‍👩‍👧", 5)).toBe("…");
  });

  it("throws on no text, keeps to its length, and begins as the text does", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
      fc
        .array(fc.constantFrom("word", " ", ".", "が", "か\u3099", "学", "e\u0301", "👩‍👧", "-"))
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (original, max) => {
        const whole = original.replace(/\s+/gu, " ").trim();
        const result = excerpt(original, max);
        expect(result.length).toBeLessThanOrEqual(max);
        if (result === whole) return;
        expect(result.endsWith("…")).toBe(true);
        expect(whole.startsWith(result.slice(0, -1))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("ends where a word of the text ends whenever the first word fits", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 2 });
    fc.assert(
      fc.property(words, fc.integer({ min: 9, max: 60 }), (list, max) => {
        const result = excerpt(list.join(" "), max);
        expect(` ${list.join(" ")} `).toContain(` ${result.replace("…", "")} `);
      }),
    );
  });
});
