import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseArxivId } from "@/lib/citation/arxiv-id";

describe("normaliseArxivId", () => {
  it.each([
    ["2104.10350", "2104.10350"],
    ["2104.10350v3", "2104.10350"],
    ["2104.10350v12.pdf", "2104.10350"],
    ["2104.10350v2 [cs.LG] 21 Apr 2021", "2104.10350"],
    ["0704.0001", "0704.0001"],
    ["1412.6980", "1412.6980"],
    ["1501.00001", "1501.00001"],
    ["hep-th/9901001", "hep-th/9901001"],
    ["hep-th/9901001v2", "hep-th/9901001"],
    ["math.GT/0309136", "math/0309136"],
    ["physics.soc-ph/0601001", "physics/0601001"],
    ["CS.CL/0205028", "cs/0205028"],
  ])("reads %s as %s", (raw, id) => {
    expect(normaliseArxivId(raw)).toBe(id);
  });

  it("refuses a number that lost its last zero", () => {
    expect(normaliseArxivId("2104.1035")).toBeNull();
  });

  it("refuses five digits before 2015", () => {
    expect(normaliseArxivId("1412.69800")).toBeNull();
  });

  it.each([
    "",
    "2113.10350",
    "0703.0001",
    "0612.1234",
    "papers/9901001",
    "hep-th/9913001",
    "hep-th/99010",
    "10350",
  ])("refuses %j, which arXiv cannot have given out", (raw) => {
    expect(normaliseArxivId(raw)).toBeNull();
  });

  it("leaves a normalised identifier as it is", () => {
    const pieces = fc.constantFrom("2104.10350", "math", ".GT", "/0309136", "v2", ".pdf", " ", "[cs]", "V1");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 5 }), (parts) => {
        const id = normaliseArxivId(parts.join(""));
        if (id !== null) expect(normaliseArxivId(id)).toBe(id);
      }),
    );
  });
});
