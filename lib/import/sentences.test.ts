import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorSeconds } from "@/lib/testing/processor-seconds";
import { type Range, splitSentences } from "./sentences";

/** The text with `{…}` around its marks, as sentences without the space around them. */
function sentencesOf(written: string): string[] {
  const whole: Range[] = [];
  let text = "";
  for (const piece of written.split(/(\{[^}]*\})/)) {
    const isMark = piece.startsWith("{");
    const words = isMark ? piece.slice(1, -1) : piece;
    if (isMark) whole.push({ start: text.length, end: text.length + words.length });
    text += words;
  }
  return splitSentences(text, whole).map(({ start, end }) => text.slice(start, end).trim());
}

describe("splitSentences", () => {
  it.each([
    ["Moss grows. Stones do not."],
    ["Does moss grow? Stones do not."],
    ["Moss grows by 3.5 mm. Stones do not."],
    ["He said “it grows.” Nobody agreed."],
    ["Moss grows in gardens of the U.S. government. Stones do not."],
  ])("ends sentences where the segmenter does: %s", (text) => {
    expect(sentencesOf(text)).toHaveLength(2);
    expect(sentencesOf(text).join(" ")).toBe(text);
  });

  it.each([
    ["Ash et al. (2020) grew moss.", "Others did not."],
    ["Ash et al. {[12]} grew moss.", "Others did not."],
    ["This follows Ash et al. {[12]}.", "We grow moss."],
    ["This follows Ash et al.", "We grow moss."],
    ["See Fig. 3 and Eq. (4) for this.", "See Figs. S1 and S2 too."],
    ["It is wet, i.e. Swampy, e.g. Finnish.", "Cf. Ash vs. Birch."],
    ["Moss (see ref. {12}) grows.", "It is no. 3 of vol. 4, pp. 5–6."],
    ["We say no.", "They say yes."],
    ["Names such as J. R. Birch and A. Ash occur.", "So does B. subtilis."],
    ["It was shown by R. A. Fisher {[11]}.", "So be it."],
    ["It needs vitamin C.", "The rest is air."],
    ["It is grown by group A.", "Moss of group B is not."],
    ["We thank Dr. Ash and Prof. Birch.", "They helped."],
    ["It grew (n = 3. See Methods.) in all of them.", "It died later."],
    ["It grew.", "(We saw this.", "It was late.)", "It died later."],
    ["The moss [sic. Stone] grew.", "It died."],
    ["Mosses, lichens, etc. were grown.", "Ferns, grasses, etc.", "These died."],
    [
      "Samples of Bacillus sp. and Listeria spp. (two) were bought.",
      "We grew Bacillus sp.",
      "The rest died.",
    ],
  ])("is not misled by abbreviations, initials and brackets: %s", (...sentences: string[]) => {
    expect(sentencesOf(sentences.join(" "))).toEqual(sentences.map((one) => one.replace(/[{}]/g, "")));
  });

  it.each([
    ["It grew.{[12]} Then it died.", ["It grew.[12]", "Then it died."]],
    ["It grew. {[12]} Then it died.", ["It grew. [12]", "Then it died."]],
    ["It grew.[{3},{5}] Then it died.", ["It grew.[3,5]", "Then it died."]],
    ["It grew.{¹²} Then it died.", ["It grew.¹²", "Then it died."]],
    ["It grew.{12}", ["It grew.12"]],
    ["It grew. {[12]} showed that it died.", ["It grew.", "[12] showed that it died."]],
    [
      "It grew ({Ash et al., 2020}; {J. Birch, 2019. A note}). Then it died.",
      ["It grew (Ash et al., 2020; J. Birch, 2019. A note).", "Then it died."],
    ],
  ])("leaves a mark with the sentence that it stands behind: %s", (written, sentences) => {
    expect(sentencesOf(written)).toEqual(sentences);
  });

  it.each([
    ["labour markets.The first of these", ["labour markets.", "The first of these"]],
    ["in 1998 {[1]} .The earliest grew.", ["in 1998 [1] .", "The earliest grew."]],
    ["See www.Moss and Node.Js of it.", ["See www.Moss and Node.Js of it."]],
  ])("ends a sentence where the space after it was lost: %s", (written, sentences) => {
    expect(sentencesOf(written)).toEqual(sentences);
  });

  it("leaves the number of a heading or a list with what follows it", () => {
    expect(sentencesOf("2. Moss grows. III. Stones do not.")).toEqual([
      "2. Moss grows.",
      "III. Stones do not.",
    ]);
  });

  const prose = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ". ",
          "et al. ",
          " [12]",
          ".[3]",
          "Fig. 2",
          "(a. B)",
          "We ",
          "moss ",
          "? ",
          "\n",
          "J. ",
          "… ",
          "“x.” ",
        ),
        fc.string({ unit: "grapheme", maxLength: 8 }),
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join(""));
  const markedProse = prose.chain((text) =>
    fc.tuple(
      fc.constant(text),
      fc.uniqueArray(fc.nat({ max: text.length }), { maxLength: 12 }).map((places) => {
        const sorted = [...places].sort((a, b) => a - b);
        return sorted.flatMap((start, index): Range[] => {
          const end = sorted[index + 1];
          return index % 2 === 0 && end !== undefined ? [{ start, end }] : [];
        });
      }),
    ),
  );

  it("gives the text back, and cuts no mark", () => {
    fc.assert(
      fc.property(markedProse, ([text, whole]) => {
        const sentences = splitSentences(text, whole);
        expect(sentences.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
        for (const mark of whole)
          expect(sentences.some((one) => one.start <= mark.start && mark.end <= one.end)).toBe(true);
        expect(splitSentences(text, whole)).toEqual(sentences);
      }),
    );
  });

  it("takes time in proportion to the text", async () => {
    for (const piece of ["(a. B) ", "a.", "A. ", "[1", "x ", ". • ", "aaaaaaaa"]) {
      const text = piece.repeat(100_000 / piece.length);
      const splitting = () => expect(splitSentences(text).at(-1)?.end).toBe(text.length);
      expect(await processorSeconds(splitting), piece).toBeLessThan(2);
    }
  });
});
