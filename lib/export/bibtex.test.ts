import { describe, expect, test } from "vitest";
import { bibtexEntry, bibtexFile } from "./bibtex";
import { citationKey } from "./citation-key";
import { escapeLatex, latexOfMarkup } from "./latex-escape";
import { GRAVEL, streamOf, textOf, UNKNOWN } from "./testing/citers";

describe("an entry", () => {
  test("keeps a group whole, escapes signs, sets what is set apart, and guards the capitals of the title", () => {
    expect(bibtexEntry(GRAVEL, citationKey(GRAVEL))).toBe(
      [
        "@article{hill2021gravel,",
        "  title = {{Gravel \\& \\textit{sand}: 50\\% of H\\textsubscript{2}O}},",
        "  author = {Hill, Jr., Ben and van der Meer, Cleo and {The Gravel Group} and others},",
        "  year = {2021},",
        "  month = {4},",
        "  day = {7},",
        "  journal = {Journal of Wheels},",
        "  doi = {10.5555/gravel},",
        "  eprint = {2104.00001},",
        "  archiveprefix = {arXiv},",
        "  pmid = {123},",
        "  url = {https://doi.org/10.5555/gravel},",
        "}",
      ].join("\n"),
    );
  });

  test("of a work without a venue is of no journal, and of an unknown one has a key all the same", () => {
    expect(bibtexEntry(UNKNOWN, citationKey(UNKNOWN))).toBe(
      "@misc{anonymoustitle,\n  title = {{Title not known}},\n}",
    );
    expect(citationKey({ title: "道路", authors: [{ name: "王" }], published: null })).toBe("work");
  });

  test("has braces that match whatever stands in a DOI", () => {
    const odd = { ...GRAVEL, identifiers: [{ scheme: "doi" as const, value: "10.5555/a{b\\c" }] };
    expect(bibtexEntry(odd, "k")).toContain("  doi = {10.5555/a%7Bb%5Cc},");
  });
});

describe("LaTeX", () => {
  test("has no sign left that it would read as a command, a comment or a join", () => {
    expect(escapeLatex("a_b#c$d%e&f{g}h\\i~j^k`l--m---n''o")).toBe(
      "a\\_b\\#c\\$d\\%e\\&f\\textbraceleft{}g\\textbraceright{}h\\textbackslash{}i\\textasciitilde{}j" +
        "\\textasciicircum{}k\\textasciigrave{}l-{}-m-{}-{}-n'{}'o",
    );
  });

  test("keeps a formula, unless its braces do not match", () => {
    expect(latexOfMarkup("A $x^{2}$ law")).toBe("A $x^{2}$ law");
    expect(latexOfMarkup("A $x^{2$ law")).toBe("A x\\textasciicircum{}\\textbraceleft{}2 law");
  });
});

test("the keys of a file are unique: they end in the number of the paper's page", async () => {
  const twin = { ...GRAVEL, id: 99 };
  const file = await textOf(bibtexFile(streamOf(GRAVEL, twin)));
  expect([...file.matchAll(/^@article\{(.*),$/gmu)].map(([, key]) => key)).toEqual([
    "hill2021gravel-12",
    "hill2021gravel-99",
  ]);
  expect(file).toContain("keywords = {Engineering, role: dataset, role: baseline, polarity: supporting},");
});
