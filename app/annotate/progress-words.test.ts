import { expect, test } from "vitest";
import { progressWords } from "./progress-words";

test.each([
  [{ sentences: 48, papers: 0, enough: 12 }, "12 of 48 sentences of this hub have three votes"],
  [{ sentences: 1, papers: 0, enough: 1 }, "1 of 1 sentence of this hub has three votes"],
  [{ sentences: 0, papers: 2, enough: 0 }, "0 of 2 papers of this hub have three votes"],
  [{ sentences: 0, papers: 0, enough: 0 }, "0 of 0 sentences of this hub have three votes"],
  [{ sentences: 1200, papers: 1, enough: 5 }, "5 of 1,201 sentences and papers of this hub have three votes"],
])("%j is told with its unit", (progress, words) => {
  const { k, rest } = progressWords(progress);
  expect(`${k} ${rest}`).toBe(words);
});
