import { expect, test } from "vitest";
import { claimedParagraphs } from "./claimed-runs";

test("the words of a claim are found, and it closes with the last of them", () => {
  expect(claimedParagraphs("We saw it. It holds. Twice.", [{ number: 1, quote: "It holds" }])).toEqual([
    [
      { at: 0, text: "We saw it. ", styles: [], claims: [], closes: [] },
      { at: 11, text: "It holds", styles: [], claims: [1], closes: [1] },
      { at: 19, text: ". Twice.", styles: [], claims: [], closes: [] },
    ],
  ]);
});

test("a claim whose words are partly in italics is found, and closes once", () => {
  const [runs = []] = claimedParagraphs("That <i>E. coli</i> grows.", [
    { number: 2, quote: "E. coli grows" },
  ]);
  expect(runs.filter((run) => run.claims.includes(2)).map((run) => [run.text, ...run.styles])).toEqual([
    ["E. coli", "i"],
    [" grows"],
  ]);
  expect(runs.filter((run) => run.closes.includes(2))).toHaveLength(1);
});

test("claims whose words overlap are both told", () => {
  const claims = [
    { number: 1, quote: "one two" },
    { number: 2, quote: "two three" },
  ];
  const [runs = []] = claimedParagraphs("one two three", claims);
  expect(runs.map((run) => [run.text, run.claims, run.closes])).toEqual([
    ["one ", [1], []],
    ["two", [1, 2], [1]],
    [" three", [2], [2]],
  ]);
});

test("a claim without words, or with words that do not stand there, marks nothing", () => {
  const claims = [
    { number: 1, quote: null },
    { number: 2, quote: "elsewhere" },
    { number: 3, quote: " " },
  ];
  expect(claimedParagraphs("Plain.", claims)).toEqual([
    [{ at: 0, text: "Plain.", styles: [], claims: [], closes: [] }],
  ]);
});

test("lines and the paragraphs of JATS are paragraphs, empty ones are none", () => {
  const texts = claimedParagraphs("<jats:p>One.</jats:p>\n\n<jats:p>Two.</jats:p>\nThree.", []).map((runs) =>
    runs.map((run) => run.text).join(""),
  );
  expect(texts).toEqual(["One.", "Two.", "Three."]);
});
