import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorSeconds } from "@/lib/testing/processor-seconds";
import { latexText } from "./latex-text";

describe("latexText", () => {
  it.each([
    // accents
    [String.raw`P\"{a}ckert, \"Onnud{\'o}ttir, {\"O}z`, "Päckert, Önnudóttir, Öz"],
    [String.raw`\v{S}koda, \c c, \c{C}, {\v s}, \H{o}, \k{a}, \.Z, \u g`, "Škoda, ç, Ç, š, ő, ą, Ż, ğ"],
    [String.raw`B{\'\i}o, na\"{\i}ve, {\'{\i}}`, "Bío, naïve, í"],
    [
      String.raw`{\aa}ngstr{\"o}m, \O{}re, stra{\ss}e, \L{}\'od\'z, {\th}{\ae}`,
      "ångström, Øre, straße, Łódź, þæ",
    ],
    [String.raw`D\'ecoret \^{} \~{}x`, "Décoret ^ ~x"],
    // groups and styles
    ["{{The {CALMA} project}}", "The CALMA project"],
    [String.raw`\textit{Natrix cetti} and \textbf{do not}`, "<i>Natrix cetti</i> and <b>do not</b>"],
    [String.raw`{\em E. coli} grows, {\bf so}`, "<i>E. coli</i> grows, <b>so</b>"],
    [String.raw`{\sc Calma} \textsc{x} \texttt{y} \mbox{z}`, "Calma x y z"],
    [String.raw`4\textsuperscript{th}`, "4<sup>th</sup>"],
    // typography
    ["1990--95 --- ``so'' it's `x'", "1990–95 — “so” it's ‘x'"],
    [String.raw`Oil \& Gas, 50\%, \$5, a\_b, \#1, P.\,G.~van`, "Oil & Gas, 50%, $5, a_b, #1, P. G. van"],
    [String.raw`a hy\-phen, \LaTeX{} and \TeX\ too, \ldots`, "a hyphen, LaTeX and TeX too, …"],
    // formulas
    [String.raw`$\Sigma^{0}$ Hyperon`, "Σ<sup>0</sup> Hyperon"],
    [String.raw`DNA$_{\textrm{2}}$ and CO$_2$`, "DNA<sub>2</sub> and CO<sub>2</sub>"],
    [String.raw`sorts in $O(n \log n)$ steps`, "sorts in O(n log n) steps"],
    [String.raw`$k \leq \alpha n$, \(x \in \mathbb{R}^d\)`, "k ≤ αn, x ∈ ℝ<sup>d</sup>"],
    [String.raw`$\frac{a}{b}$ of $\sqrt{n}$`, String.raw`$\frac{a}{b}$ of $\sqrt{n}$`],
    ["$<$i$>$Gravel$<$/i$>$", "<i>Gravel</i>"],
    ["it costs $5", "it costs $5"],
    ["it costs $5 and then $10, or $n$", "it costs $5 and then $10, or n"],
    // what is unknown or no text
    [String.raw`the \PSPACE{} case of \foo{bar}`, "the PSPACE case of bar"],
    [String.raw`{\noopsort{1990a}}1990 \href{https://example.org}{Gravel}`, "1990 Gravel"],
    ["loose } brace and { another", "loose  brace and  another"],
    [String.raw`\constructor{x} \__proto__`, "x __proto__"],
  ])("reads %s", (tex, text) => {
    expect(latexText(tex)).toBe(text);
  });

  it("leaves plain text alone", () => {
    expect(latexText("Gravel slows wheels (2nd ed.)")).toBe("Gravel slows wheels (2nd ed.)");
  });

  it("reads anything without an error, twice alike", () => {
    const pieces = fc.constantFrom(
      "\\",
      "{",
      "}",
      "$",
      "\\'",
      "\\i",
      "\\em ",
      "\\textit{",
      "^",
      "_",
      "a",
      " ",
      "--",
      "`",
      "🛞",
      "\\(",
      "\\)",
    );
    const tex = fc.oneof(
      fc.array(pieces, { maxLength: 60 }).map((list) => list.join("")),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(tex, (text) => {
        expect(latexText(text)).toBe(latexText(text));
      }),
    );
  });

  it.each(["{", "}", "$", "\\'", "\\textit{", "\\(", "$$a", "\\em ", "-", "\\frac"])(
    "reads 200,000 signs of %s in less than 2 s",
    async (sign) => {
      const text = sign.repeat(200_000 / sign.length);
      expect(await processorSeconds(() => latexText(text))).toBeLessThan(2);
    },
  );
});
