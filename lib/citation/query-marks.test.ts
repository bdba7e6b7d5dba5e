import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseQuery } from "./query-language";
import { queryMarks } from "./query-marks";

const marked = (text: string, query: string) =>
  queryMarks(text, parseQuery(query).query).map(({ start, end }) => text.slice(start, end));

describe("queryMarks", () => {
  test.each([
    ["Carbon footprints of carbonated water", "carbon", ["Carbon", "carbonated"]],
    ["Carbon footprints of water", '"carbon footprint"', []],
    [
      "The carbon footprint, carbon-footprint",
      '"Carbon Footprint"',
      ["carbon footprint", "carbon-footprint"],
    ],
    ["Universität und Ärger", "universitat arger", ["Universität", "Ärger"]],
    ["nothing of the kind", "-nothing role:method year:2019", []],
    ["C++ and (C)", "c", ["C", "C"]],
    ["", "carbon", []],
  ])("%j by %j", (text, query, marks) => {
    expect(marked(text, query)).toEqual(marks);
  });

  test("marks lie in the text, in whatever text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (text, query) => {
        for (const { start, end } of queryMarks(text, parseQuery(query).query)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
