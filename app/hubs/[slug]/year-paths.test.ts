import { expect, test } from "vitest";
import { outlinesOf } from "./year-paths";

const voted = { kind: "agreed", value: "supporting", count: 2 } as const;
const none = { kind: "none", value: "none", count: 1 } as const;

test("pieces that look the same are one outline, whatever number of columns they stand in", () => {
  const years = Array.from({ length: 60 }, (_, i) => i * 10);
  const pieces = years.flatMap((middle) => [
    { part: voted, middle, top: 20, height: 20 },
    { part: none, middle, top: 30, height: 10 },
  ]);
  const outlines = outlinesOf(pieces, 8);
  expect(outlines.map(({ part, path }) => [part, path.match(/M/g)?.length])).toEqual([
    [voted, 60],
    [none, 60],
  ]);
});

test("a piece is drawn around the middle of its column and leaves a gap to what stands on it", () => {
  expect(outlinesOf([{ part: voted, middle: 10, top: 30, height: 20 }], 8)).toEqual([
    { part: voted, path: "M6 -29h8v19h-8z" },
  ]);
});

test("a piece that is too low for a gap keeps its whole height", () => {
  expect(outlinesOf([{ part: voted, middle: 10 / 3, top: 2, height: 2 }], 5)).toEqual([
    { part: voted, path: "M0.83 -2h5v2h-5z" },
  ]);
});
