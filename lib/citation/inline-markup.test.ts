import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { processorSeconds } from "@/lib/testing/processor-seconds";
import { parseInline, plainText } from "./inline-markup";

const styled = (raw: string) =>
  parseInline(raw)
    .filter((run) => run.styles.length > 0)
    .map((run) => [run.text, ...run.styles]);

describe("what is set apart", () => {
  test.each([
    ["CO<sub>2</sub> from training", [["2", "sub"]]],
    ["10<SUP>-3</SUP> m", [["-3", "sup"]]],
    ["<jats:italic>E. coli</jats:italic> K-12", [["E. coli", "i"]]],
    [
      "an <em>open</em> and a <strong class='x'>shut</strong> case",
      [
        ["open", "i"],
        ["shut", "b"],
      ],
    ],
    [
      "\\emph{Attention} is \\textbf{all}",
      [
        ["Attention", "i"],
        ["all", "b"],
      ],
    ],
    [
      "<i>x<sub>i</sub></i>",
      [
        ["x", "i"],
        ["i", "i", "sub"],
      ],
    ],
    ["sorts in $O(n \\log n)$ steps", [["O(n \\log n)", "math"]]],
    ["$$ E = mc^2 $$", [["E = mc^2", "math"]]],
    ["a \\(k\\)-means", [["k", "math"]]],
    [
      "the <mml:math><mml:mi>p</mml:mi><mml:mo>&lt;</mml:mo><mml:mn>1</mml:mn></mml:math> case",
      [["p < 1", "math"]],
    ],
  ])("%s", (raw, expected) => {
    expect(styled(raw)).toEqual(expected);
  });

  test("a formula given as LaTeX and as MathML is shown once", () => {
    const raw =
      "<jats:alternatives><jats:tex-math>$x$</jats:tex-math><mml:math><mml:mi>x</mml:mi></mml:math></jats:alternatives>";
    expect(parseInline(raw)).toEqual([{ text: "x", styles: ["math"] }]);
  });
});

describe("what is text", () => {
  test.each([
    ["fewer than 5 < 6 and 7 > 6", "fewer than 5 < 6 and 7 > 6"],
    ["it costs $5 and then $10", "it costs $5 and then $10"],
    ["from $5-$10", "from $5-$10"],
    ["the <b> element in HTML", "the <b> element in HTML"],
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
    ['<img src=x onerror="alert(1)">', '<img src=x onerror="alert(1)">'],
    ["up to 90\\% better", "up to 90% better"],
    ["salt &amp; pepper &#8211; caf&#xe9;", "salt & pepper – café"],
    ["&amp;lt;i&amp;gt;", "&lt;i&gt;"],
    ["&#0; &#xD800; &unknown;", "&#0; &#xD800; &unknown;"],
    ["<jats:p>One.</jats:p><jats:p>Two.</jats:p>", "One. Two."],
    ["<u>under</u> <span>lined</span>", "under lined"],
  ])("%s reads %s", (raw, expected) => {
    expect(plainText(raw)).toBe(expected);
  });

  test("tags that cross each other do not both count", () => {
    expect(styled("<i>a<b>c</i>d</b>")).toEqual([["a<b>c", "i"]]);
  });
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    "<i>",
    "</i>",
    "<b>",
    "</b>",
    "$",
    "$$",
    "\\(",
    "\\)",
    "&lt;",
    "<",
    "x",
    " ",
    "<math>",
  );
  const marked = fc.array(pieces, { maxLength: 40 }).map((list) => list.join(""));

  test("without markup signs is one run of itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const text = raw.replace(/[<&$\\]/g, "");
        expect(parseInline(text)).toEqual(text === "" ? [] : [{ text, styles: [] }]);
      }),
    );
  });

  test("is read without an error, and no two runs that touch look the same", () => {
    fc.assert(
      fc.property(fc.oneof(marked, fc.string({ unit: "binary" })), (raw) => {
        const runs = parseInline(raw);
        for (const [i, run] of runs.entries()) {
          expect(run.text).not.toBe("");
          expect(run.styles).not.toEqual(runs[i + 1]?.styles);
        }
      }),
    );
  });

  test("of 50,000 opening signs is read in linear time", async () => {
    for (const sign of ["$", "$$a", "<math>", "\\(", "\\[", "<i>", "\\emph{"]) {
      const text = sign.repeat(50_000 / sign.length);
      // Trying every sign against all that follows would take minutes.
      expect(await processorSeconds(() => parseInline(text)), sign).toBeLessThan(5);
    }
  });
});
