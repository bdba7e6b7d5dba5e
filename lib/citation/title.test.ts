import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseTitle, slugify, titleWords } from "@/lib/citation/title";

const wildText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        "<i>",
        "</i>",
        "{",
        "}",
        "\\emph",
        "\\",
        '\\"',
        "$",
        "_",
        "2",
        "İ",
        "ß",
        "が",
        "한",
        "é",
        "\u0301",
        "&amp;",
        "&",
        "amp;",
        " ",
      ),
    )
    .map((parts) => parts.join("")),
);

describe("normaliseTitle", () => {
  it.each([
    ["Attention Is All You Need", "attention is all you need"],
    ["  Attention—is all\nyou need!? ", "attention is all you need"],
    ["Naïve Schrödinger & Ångström", "naive schrodinger angstrom"],
    ["R&amp;D", "r d"],
    ["The <i>C. elegans</i> genome", "the c elegans genome"],
    ["H<sub>2</sub>O", "h2o"],
    ["H$_2$O", "h2o"],
    ["H₂O", "h2o"],
    ["<jats:title>Water</jats:title>", "water"],
    ["{BERT}: {P}re-training", "bert pre training"],
    ['Schr{\\"o}dinger and \\emph{cats}', "schrodinger and cats"],
    ["$\\alpha$-stable laws", "alpha stable laws"],
    ["J{\\o}rgensen", "jorgensen"],
    ["Jørgensen, Łukasz and Straße", "jorgensen lukasz and strasse"],
    ["for n<k and m>2", "for n k and m 2"],
    ["ＦＵＬＬ ﬁle", "full file"],
    ["基于深度学习的方法", "基于深度学习的方法"],
    ["がく", "がく"],
    ["हिन्दी भाषा", "हिन्दी भाषा"],
    ["한국어", "한국어"],
    ["?!", ""],
  ])("brings %j to %j", (title, normalised) => {
    expect(normaliseTitle(title)).toBe(normalised);
  });

  it("throws on no text, and changes nothing the second time", () => {
    fc.assert(
      fc.property(wildText, (title) => {
        const once = normaliseTitle(title);
        expect(normaliseTitle(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("titleWords", () => {
  it.each([
    ["", 0],
    ["introduction", 1],
    ["attention is all you need", 5],
    ["基于深度学习方法", 4],
    ["深度学习", 2],
    ["引言篇", 2],
    ["bert 模型", 2],
    ["bert模型的研究", 4],
    ["データセット", 3],
    ["한국어 문서 분류", 3],
  ])("counts in %j %i words", (normalised, words) => {
    expect(titleWords(normalised)).toBe(words);
  });
});

describe("slugify", () => {
  it.each([
    [
      "Carbon Emissions and Large Neural Network Training",
      "carbon-emissions-and-large-neural-network-training",
    ],
    ["Über-Größe: {GPT}-3’s <i>cost</i>", "uber-grosse-gpt-3-s-cost"],
    ["深度学习 with BERT", "with-bert"],
    ["深度学习", "hub"],
    ["", "hub"],
  ])("makes of %j %s", (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });

  it("cuts after a word, at 80 characters at most", () => {
    const slug = slugify(
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    );
    expect(slug).toBe("one-two-three-four-five-six-seven-eight-nine-ten-eleven-twelve-thirteen-fourteen");
    expect(slug).toHaveLength(80);
    expect(slugify(`${slug.slice(0, 79)} n`)).toBe(
      "one-two-three-four-five-six-seven-eight-nine-ten-eleven-twelve-thirteen-fourtee",
    );
    expect(slugify("a".repeat(100))).toBe("a".repeat(80));
  });

  it("makes of any text a slug of words and single hyphens, which is its own slug", () => {
    fc.assert(
      fc.property(wildText, (title) => {
        const slug = slugify(title);
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });
});
