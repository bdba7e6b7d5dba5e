import { describe, expect, test } from "vitest";
import { referenceLine } from "./reference-line";

const WORK = {
  title: "Marks & <i>Margins</i>: 50% of all",
  authors: [
    { name: "Adaeze Quillfeather", family: "Quillfeather", given: "Adaeze" },
    { name: "The Margin Group" },
  ],
  authorsComplete: true,
  published: "2018-04",
  venue: "Annals of the Imaginary Library",
  identifiers: [{ scheme: "doi" as const, value: "10.5555/demo.1" }],
};

describe("referenceLine", () => {
  test("names authors, year, title without markup, venue and the address of the DOI", () => {
    expect(referenceLine(WORK)).toBe(
      "Adaeze Quillfeather and The Margin Group (2018). Marks & Margins: 50% of all. " +
        "Annals of the Imaginary Library. https://doi.org/10.5555/demo.1",
    );
  });

  test("what is not known is left out, and a title that ends a sentence has one stop", () => {
    const bare = { ...WORK, title: "Who reads?", authors: [], published: null, venue: null, identifiers: [] };
    expect(referenceLine(bare)).toBe("(n.d.). Who reads?");
    expect(referenceLine({ ...bare, title: "We read." })).toBe("(n.d.). We read.");
  });
});
