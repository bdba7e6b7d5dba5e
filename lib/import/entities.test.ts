import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeEntities, encodeEntities, mendC1, NAMED_CHARACTERS } from "./entities";

describe("decodeEntities", () => {
  it.each([
    ["salt &amp; pepper &lt; 5", "salt & pepper < 5"],
    ["caf&eacute; &Scaron;koda &lstrok;&oacute;d&zacute; &nacute;", "café Škoda łódź ń"],
    ["&alpha;, &Omega;, &sigma;, &sigmaf;, &beta;", "α, Ω, σ, ς, β"],
    ["1990&ndash;95 &ldquo;x&rdquo; &hellip;", "1990–95 “x” …"],
    ["&#233;&#xe9;&#xE9;&#x1F6DE;", "ééé🛞"],
    ["it&#146;s &#150; so", "it’s – so"],
    ["&yuml;&nbsp;&reg;&frac12;&times;", "ÿ\u00a0®½×"],
  ])("reads %s", (written, read) => {
    expect(decodeEntities(written)).toBe(read);
  });

  it.each([
    "&unknown;",
    "&#0;",
    "&#xD800;",
    "&#99999999;",
    "&constructor;",
    "&__proto__;",
    "AT&T; R&D",
    "&;",
  ])("leaves %s as it is written", (written) => {
    expect(decodeEntities(written)).toBe(written);
  });

  it("resolves once, not again and again", () => {
    expect(decodeEntities("&amp;lt;")).toBe("&lt;");
  });

  it("never lengthens a text and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(decodeEntities(`&${text};`).length).toBeLessThanOrEqual(text.length + 2);
      }),
    );
  });
});

describe("the names", () => {
  it("each stand for one character", () => {
    for (const [name, character] of Object.entries(NAMED_CHARACTERS)) {
      expect(name).toMatch(/^[A-Za-z]+[0-9]*$/);
      expect([...character].length, name).toBe(1);
    }
    expect(Object.keys(NAMED_CHARACTERS).length).toBe(490);
  });
});

describe("mendC1", () => {
  it("reads control characters as cp1252 and drops those without a sign", () => {
    expect(mendC1("\u0093so\u0094 \u0080 5\u0096\u0081")).toBe("“so” € 5–");
  });
});

describe("encodeEntities", () => {
  it("writes what reads as it was, and changes nothing that needs no change", () => {
    expect(encodeEntities("salt & pepper, AT&T;")).toBe("salt & pepper, AT&T;");
    expect(encodeEntities("&amp; & &lt;")).toBe("&amp;amp; &amp; &amp;lt;");
    const pieces = fc.constantFrom("&", "amp;", "#", "x41;", "65;", "lt", ";", "a", " ");
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces).map((all) => all.join("")),
    );
    fc.assert(fc.property(text, (one) => decodeEntities(encodeEntities(one)) === one));
  });
});
