import fc from "fast-check";
import { expect, test } from "vitest";
import { findMarkers } from "@/lib/citation/find-markers";

test("a marker is found wherever it stands, and nowhere when it is empty or missing", () => {
  expect(findMarkers("As [1] says, and [1] again.", " [1] ")).toEqual([
    { start: 3, end: 6 },
    { start: 17, end: 20 },
  ]);
  expect(findMarkers("As [1] says.", "[2]")).toEqual([]);
  expect(findMarkers("As [1] says.", "  ")).toEqual([]);
});

test("every range holds the marker, and ranges do not overlap", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), (text, marker) => {
      let last = 0;
      for (const { start, end } of findMarkers(text, marker)) {
        expect(text.slice(start, end)).toBe(marker.trim());
        expect(start).toBeGreaterThanOrEqual(last);
        last = end;
      }
    }),
  );
});
