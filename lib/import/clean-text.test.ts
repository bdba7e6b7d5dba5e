import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutText, foldLine, foldParagraphs, textProblem, withoutControls } from "./clean-text";

const anyText = fc.string({ unit: "binary" });

describe("textProblem", () => {
  it("finds nothing in ordinary text, also in emoji and old scripts", () => {
    expect(textProblem("Wheels\tand\nroads — 車輪 🛞 𐎠")).toBeNull();
  });

  it("refuses NUL and half of a surrogate pair", () => {
    expect(textProblem("a\0b")).toBe("contains a NUL character");
    expect(textProblem("a\ud83d")).toBe("contains half of a surrogate pair");
    expect(textProblem("\ude00\ud83d")).toBe("contains half of a surrogate pair");
  });
});

describe("foldLine", () => {
  it("makes every run of white space one space and trims", () => {
    expect(foldLine("  wheels \t and\r\n\u00a0roads\f")).toBe("wheels and roads");
  });

  it("drops control characters without leaving a gap", () => {
    expect(foldLine("whe\u0001els\u001f")).toBe("wheels");
  });
});

describe("foldParagraphs", () => {
  it("keeps paragraphs and folds each to one line", () => {
    expect(foldParagraphs("One\nline.\r\n \r\n\r\nAnother   one.\n")).toBe("One line.\n\nAnother one.");
  });
});

describe("withoutControls", () => {
  it("keeps tabs, newlines and all other white space", () => {
    expect(withoutControls(" a\tb\n\u00a0 c\u0007 ")).toBe(" a\tb\n\u00a0 c ");
  });

  it("makes carriage returns newlines", () => {
    expect(withoutControls("a\r\nb\rc")).toBe("a\nb\nc");
  });
});

describe("cutText", () => {
  it("never ends with half of a surrogate pair or with a space", () => {
    expect(cutText("ab🛞", 3)).toBe("ab");
    expect(cutText("ab cd", 3)).toBe("ab");
    expect(cutText("ab", 3)).toBe("ab");
  });
});

describe("every cleaning", () => {
  it.each([
    ["foldLine", foldLine],
    ["foldParagraphs", foldParagraphs],
    ["withoutControls", withoutControls],
  ])("%s changes nothing the second time and never lengthens", (_, clean) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = clean(text);
        expect(clean(once)).toBe(once);
        expect(once.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
