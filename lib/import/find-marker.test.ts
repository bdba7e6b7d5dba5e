import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMarker } from "./find-marker";

describe("findMarker", () => {
  it("gives the sentence of a mark, its neighbours, and its place", () => {
    expect(
      findMarker("Moss grows. It is green (Ash et al., 2019).\n\nStones are not.", "(Ash et al., 2019)"),
    ).toEqual([
      {
        text: "It is green (Ash et al., 2019).",
        before: "Moss grows.",
        after: "Stones are not.",
        markers: [{ start: 12, end: 30 }],
      },
    ]);
  });

  it("gives every place of a mark, in one sentence and in several", () => {
    const found = findMarker("Green [12] and wet [12]. Stones. So is Ash [12].", "[12]");
    expect(found.map(({ text, markers }) => [text, markers.length])).toEqual([
      ["Green [12] and wet [12].", 2],
      ["So is Ash [12].", 1],
    ]);
  });

  it("does not mind line breaks in a mark", () => {
    const [found] = findMarker("It is green (Ash\net al.,  2019).", "(Ash et al., 2019)");
    expect(found?.text).toBe("It is green (Ash et al., 2019).");
  });

  it.each([
    ["another mark", "It is green (Ash et al., 2019).", "(Ash, 2019)"],
    ["a part of one", "It is green (Birch-Ash, 2019a).", "Ash, 2019"],
    ["the beginning of one", "It is green (Ash, 2019a).", "Ash, 2019"],
    ["nothing", "It is green.", " "],
    ["anything in nothing", "", "[1]"],
  ])("does not find %s", (_, passage, marker) => {
    expect(findMarker(passage, marker)).toEqual([]);
  });

  it("finds in any text exactly what stands there", () => {
    const words = fc.array(fc.constantFrom("[1]", "moss", ". ", "Ash", " ", "et al. ", "\n", "[12]", "𝒳"), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, fc.constantFrom("[1]", "Ash", "[12]"), (pieces, marker) => {
        for (const { text, markers } of findMarker(pieces.join(""), marker))
          for (const { start, end } of markers) expect(text.slice(start, end)).toBe(marker);
      }),
    );
  });

  it("finds sentence and mark in the 21 real passages that hold it, and says nothing of the other", ({
    skip,
  }) => {
    const file = join(import.meta.dirname, "../../../shared/data/carbon-emissions/contexts.jsonl");
    skip(!existsSync(file), "the real passages ../shared/data/carbon-emissions/contexts.jsonl are not there");
    const passages: { text: string; marker: string }[] = readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const found = passages.map(({ text, marker }) => findMarker(text, marker));
    expect(found.filter((sentences) => sentences.length === 1)).toHaveLength(21);
    expect(
      found
        .flat()
        .map(({ markers }) => markers.length)
        .filter((places) => places > 1),
    ).toEqual([2]);
    const missing = passages.filter((_, index) => found[index]?.length === 0);
    expect(missing.map(({ marker }) => marker)).toEqual(["[… Patterson et al., 2021]"]);
    // What a reader would call the sentence, where the passage holds more than one.
    const cut = passages.flatMap(({ text }, index) => {
      const sentence = found[index]?.[0]?.text;
      return sentence && sentence.length < text.replace(/\s+/g, " ").length
        ? [sentence.split(" ").slice(0, 4).join(" ")]
        : [];
    });
    expect(cut).toEqual([
      "While OPT-175B was developed",
      "Finally, we report the",
      "These models are therefore",
    ]);
  });
});
