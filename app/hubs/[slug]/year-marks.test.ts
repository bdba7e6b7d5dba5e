import fc from "fast-check";
import { expect, test } from "vitest";
import { type PlacedMark, placeMarks } from "./year-marks";

const SPACE = { room: 90, width: 340 };

const wordsOf = ({ x, anchor }: PlacedMark<string>) =>
  anchor === "start" ? [x, x + SPACE.room] : [x - SPACE.room, x];

test("a single flag stands to the right of its pole where there is room, else to the left", () => {
  expect(placeMarks([{ mark: "a", x: 20 }], SPACE)).toEqual([{ mark: "a", x: 20, line: 0, anchor: "start" }]);
  expect(placeMarks([{ mark: "a", x: 300 }], SPACE)).toMatchObject([{ anchor: "end" }]);
  expect(placeMarks([], SPACE)).toEqual([]);
});

test("wherever two flags are, their words stay in the drawing and the upper pole misses the lower words", () => {
  const place = fc.integer({ min: 3, max: 337 });
  fc.assert(
    fc.property(place, place, (one, other) => {
      const placed = placeMarks(
        [
          { mark: "a", x: one },
          { mark: "b", x: other },
        ],
        SPACE,
      );
      const [upper, lower] = [...placed].sort((a, b) => a.line - b.line);
      if (!upper || !lower) throw new Error("a flag is missing");
      expect([upper.line, lower.line]).toEqual([0, 1]);
      for (const flag of placed) {
        const [from = 0, to = 0] = wordsOf(flag);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(SPACE.width);
      }
      const [from = 0, to = 0] = wordsOf(lower);
      expect(upper.x <= from || upper.x >= to).toBe(true);
    }),
  );
});
