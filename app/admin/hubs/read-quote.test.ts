import { expect, test } from "vitest";
import { markableText, readQuote } from "./read-quote";

const ABSTRACT = "<p>Lamps burn <i>longer</i> in the cold.</p>\n<p>Keepers sleep by day.</p>";

test("words that stand in the abstract are its quote, whatever line breaks came with them", () => {
  expect(readQuote(ABSTRACT, " burn longer\n in ")).toBe("burn longer in");
  expect(readQuote(ABSTRACT, "Keepers sleep by day.")).toBe("Keepers sleep by day.");
});

test("every paragraph of the text to mark in can be quoted as it stands", () => {
  for (const paragraph of markableText(ABSTRACT).split("\n\n"))
    expect(readQuote(ABSTRACT, paragraph)).toBe(paragraph.trim());
});

test("a claim may go without a quote", () => {
  expect(readQuote(ABSTRACT, " ")).toBeNull();
  expect(readQuote(null, "")).toBeNull();
});

test.each(["Keepers never sleep.", "cold. Keepers"])(
  "“%s” stands in no paragraph, and is refused",
  (quote) => {
    expect(() => readQuote(ABSTRACT, quote)).toThrow("do not stand in one paragraph");
    expect(() => readQuote(null, quote)).toThrow("do not stand in one paragraph");
  },
);
