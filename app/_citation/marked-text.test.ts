import fc from "fast-check";
import { expect, test } from "vitest";
import { markText } from "./marked-text";

const marked = (text: string, ...ranges: [number, number][]) =>
  markText(
    text,
    ranges.map(([start, end]) => ({ start, end })),
  )
    .filter((run) => run.marked)
    .map((run) => run.text);

test("a citation mark inside a sentence is marked and the rest is not", () => {
  expect(markText("As shown in [12].", [{ start: 12, end: 16 }])).toEqual([
    { at: 0, text: "As shown in ", marked: false },
    { at: 12, text: "[12]", marked: true },
    { at: 16, text: ".", marked: false },
  ]);
});

test("marks come in the order of the text, whatever order they were given in", () => {
  expect(marked("[1] and [2]", [8, 11], [0, 3])).toEqual(["[1]", "[2]"]);
});

test("ranges that overlap or touch are one mark", () => {
  expect(marked("see [1][2, 3]", [4, 7], [7, 13], [5, 9])).toEqual(["[1][2, 3]"]);
});

test("a range that reaches beyond the text ends with it", () => {
  expect(marked("short", [2, 400])).toEqual(["ort"]);
});

test("empty, reversed and outlying ranges mark nothing", () => {
  expect(marked("short", [2, 2], [4, 1], [90, 95], [-8, 0])).toEqual([]);
});

test("a border inside a surrogate pair takes the whole character", () => {
  expect(marked("a𝛼b", [2, 3])).toEqual(["𝛼"]);
});

test("a text without ranges is one run", () => {
  expect(markText("plain", [])).toEqual([{ at: 0, text: "plain", marked: false }]);
});

test("the runs of any text with any ranges give the text again, without a gap", () => {
  const range = fc.record({ start: fc.integer({ min: -3, max: 40 }), end: fc.integer({ min: -3, max: 40 }) });
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), fc.array(range), (text, ranges) => {
      const runs = markText(text, ranges);
      expect(runs.map((run) => run.text).join("")).toBe(text);
      for (const run of runs) expect(text.slice(run.at, run.at + run.text.length)).toBe(run.text);
    }),
  );
});
