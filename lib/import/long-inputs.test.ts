import { describe, expect, test } from "vitest";
import { parseAuthorList } from "@/lib/citation/authors";
import { excerpt } from "@/lib/citation/excerpt";
import { parseIdentifier } from "@/lib/citation/identifiers";
import { checkSummary } from "@/lib/citation/summary-check";
import { normaliseTitle } from "@/lib/citation/title";
import { processorSeconds } from "@/lib/testing/processor-seconds";
import { detectBibtex } from "./bibtex";
import { readEntries } from "./bibtex-entry";
import { bibtexNames } from "./bibtex-names";
import { foldLine, foldParagraphs } from "./clean-text";
import { splitNames } from "./csv-names";
import { detectFormat } from "./formats";
import { latexText } from "./latex-text";
import { splitSentences } from "./sentences";

/**
 * Time grows with a text, not with its square: 100,000 characters take some milliseconds, and would take a minute if
 * each of them had the rest read again.
 */
const LENGTH = 100_000;
const SECONDS = 5;

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  bibtexNames,
  "readEntries of an entry without an end": (text) => [...readEntries(`@article{a,\n title = {x${text}`)],
  foldLine,
  foldParagraphs,
  detectBibtex: (text) => detectBibtex(`@a{${text}`),
  detectFormat,
  excerpt: (text) => excerpt(text, 1000),
  latexText,
  normaliseTitle,
  parseAuthorList: (text) => parseAuthorList([text]),
  parseIdentifier: (text) => parseIdentifier(text),
  splitNames,
  splitSentences: (text) => splitSentences(text),
  checkSummary: (text) => checkSummary(text, "A title"),
};

const UNITS = [
  " ",
  "\n",
  "\t ",
  ".",
  ". ",
  ",",
  ", ",
  "; ",
  "-",
  "a",
  "A. ",
  "1",
  "(",
  "[1",
  "<",
  "<b>",
  "{",
  "\\",
  "$",
  "@a{b,",
];

describe.each(Object.entries(READERS))("%s", (_name, read) => {
  test.each(UNITS)("takes long runs of %j in its stride", async (unit) => {
    const run = unit.repeat(LENGTH / unit.length);
    expect(await processorSeconds(() => read(`${run}!`))).toBeLessThan(SECONDS);
  });
});
