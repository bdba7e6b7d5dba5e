import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorSeconds } from "@/lib/testing/processor-seconds";
import { abstractText, markedText } from "./marked-text";

describe("markedText", () => {
  it.each([
    ["plain text", "  Wheels & roads ", "Wheels & roads"],
    ["HTML", "<em>Homo</em> and <strong>H<sub>2</sub>O</strong>", "<i>Homo</i> and <b>H<sub>2</sub>O</b>"],
    [
      "tags that were written with entities",
      "&lt;i&gt;Homo&lt;/i&gt; &amp;amp; wheel",
      "<i>Homo</i> &amp; wheel",
    ],
    ["signs that are no tags", "p < 0.05 <sic> and a<b, c", "p < 0.05 <sic> and a<b, c"],
    [
      "JATS with its prefix",
      "<jats:p>One <jats:italic>wheel</jats:italic>.</jats:p><jats:p>Two.</jats:p>",
      "One <i>wheel</i>.\n\nTwo.",
    ],
    [
      "MathML",
      '<mml:math xmlns:mml="x"><mml:msup><mml:mi>n</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math> wheels',
      "n<sup>2</sup> wheels",
    ],
    ["an end without a beginning and a beginning without an end", "one</i> <b>two", "one <b>two</b>"],
    ["a void element", "one<br>two", "one\n\ntwo"],
    ["LaTeX between dollars", "$n^2$ wheels", "$n^2$ wheels"],
    ["signs of cp1252", "\u0093Round\u0094 wheels", "“Round” wheels"],
  ])("keeps what is shown of %s", (_, raw, text) => {
    expect(markedText(raw)).toBe(text);
  });

  it("reads a text full of opening signs in linear time", async () => {
    const text = "<i ".repeat(20_000) + "<i>".repeat(20_000);
    expect(await processorSeconds(() => markedText(text))).toBeLessThan(2);
  });

  it("never throws", () => {
    const piece = fc.constantFrom(
      "<i>",
      "</i>",
      "<mml:math>",
      "</mml:math>",
      "<p>",
      "&lt;",
      "<br/>",
      "<",
      "x",
      "\uFFFF",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "binary" }))), (pieces) => {
        markedText(pieces.join(""));
        abstractText(pieces.join(""));
      }),
    );
  });
});

describe("abstractText", () => {
  it.each([
    ["an element of its own", "<jats:title>Abstract</jats:title><jats:p>Wheels turn.</jats:p>"],
    ["capitals", "ABSTRACT Wheels turn."],
    ["a word with a sign", "Abstract: Wheels turn."],
    ["a word with a sign and a bullet", "▪ Abstract Wheels turn."],
  ])("drops a heading that is %s", (_, raw) => {
    expect(abstractText(raw)).toBe("Wheels turn.");
  });

  it("drops the heading before a word that begins a sentence, and keeps it before a name", () => {
    expect(abstractText("Abstract The wheel turns.")).toBe("The wheel turns.");
    expect(abstractText("Abstract Interpretation of wheels.")).toBe("Abstract Interpretation of wheels.");
    expect(abstractText("Abstract")).toBe("");
  });

  it("keeps the headings of its parts", () => {
    expect(abstractText("<sec><title>Aims</title><p>To turn.</p></sec>")).toBe("Aims\n\nTo turn.");
  });

  it("takes a written line end for one, but no command of LaTeX", () => {
    expect(abstractText(String.raw`\n\nWheels turn.\n\nRoads lie by $\nu$.`)).toBe(
      "Wheels turn.\n\nRoads lie by $\\nu$.",
    );
  });
});
