import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mendMojibake } from "./mojibake";

/** UTF-8 read as Latin-1. */
const broken = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));

describe("mendMojibake", () => {
  it.each([
    ["RamÃ\u00adrez", "Ramírez"],
    ["JosÃ© RaÃºl", "José Raúl"],
    ["wheels â€“ itâ€™s", "wheels – it’s"],
  ])("mends %s", (text, mended) => {
    expect(mendMojibake(text)).toBe(mended);
  });

  it.each(["Ramírez", "Ærø Â", "José and RamÃ\u00adrez", "車輪 Ã©", "5 €", "à la «carte»"])(
    "leaves %s alone",
    (text) => {
      expect(mendMojibake(text)).toBe(text);
    },
  );

  it("mends every text that was read as Latin-1, and changes no text of plain letters", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "é", "ß", "車", "🛞", " ") }), (text) => {
        expect(mendMojibake(broken(text))).toBe(text);
        expect(mendMojibake(text)).toBe(text);
      }),
    );
  });
});
