import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSummary, SUMMARY_PROBLEM_LABELS, SUMMARY_PROBLEMS } from "@/lib/citation/summary-check";

const TITLE = "Counting Words: A Method for Large Libraries";

describe("checkSummary", () => {
  it.each([
    "The method counts words in large libraries without reading them twice.",
    "A first sentence. And a second one!",
    "Does it work? It does.",
    "70 libraries were counted.",
    "~50% less energy is used by the second design.",
    "“Counting pays,” the authors say.",
    "The authors say that “counting pays.”",
    "The method works well (at least in small libraries.)",
    "minAction.net designs networks that save energy.",
    "word2vec learns word vectors from raw text.",
    "k-means is shown to converge on these data.",
    "node.js programs leak less memory than thought.",
    "β-carotene protects the tested cells.",
    "$k$-anonymity fails on sparse data.",
    "Error-correcting codes reach the bound on three channels.",
    "Errors in 40% of citations change what the cited work says.",
    "Null results are reported in 12 of 80 trials.",
    "As an AI-native design, the network configures itself.",
    "I show that the bound is tight for all graphs.",
    "Summary statistics are missing from half of the papers read.",
    "The executive summary failed to name the risk in 30 of 40 reports.",
    "Abstract interpretation finds the faults that tests miss.",
    "Warning labels lower the sales of sweet drinks.",
    "本文提出了一种新的引文分析方法。",
    "यह विधि बड़े पुस्तकालयों में काम करती है।",
  ])("finds %j fit", (summary) => {
    expect(checkSummary(summary, TITLE)).toBeNull();
  });

  it.each([
    "Pith review generated a malformed one-line summary.",
    "Summary unavailable",
    "The summary is not available.",
    "A one-line summary could not be generated.",
    "Abstract not available.",
    "Summary generation failed.",
    "The abstract is missing.",
    "No summary available.",
    "No abstract.",
    "Error: the model did not answer.",
    "TypeError: x is not a function",
    "Error 500",
    "502 Bad Gateway",
    "Rate limit exceeded, try again later.",
    "Failed to generate a summary.",
    "Unable to summarize this paper.",
    "I cannot summarise a paper without its text.",
    "I'm sorry, but I can’t help with that.",
    "As an AI language model, I have no access to the paper.",
    "As an AI, I have not read the paper.",
    "N/A",
    "n/a.",
    "null",
    "None.",
    "undefined",
    "[object Object]",
    "The authors [object Object] the method.",
  ])("calls %j an error text", (summary) => {
    expect(checkSummary(summary, TITLE)).toBe("error_text");
  });

  it.each([
    "The method counts words in large libraries without",
    "The method counts words in large libraries,",
    "The method counts words in large libraries...",
    "The method counts words in large libraries…",
    "The method counts words in large libraries. It also [...]",
    "The method counts words in large libraries. . .",
    "The method counts words in large libraries, e.g.",
    "It works as follows:",
    "…and so it counts words in large libraries.",
  ])("calls %j cut short", (summary) => {
    expect(checkSummary(summary, TITLE)).toBe("cut_short");
  });

  it.each([
    "Counting Words: A Method for Large Libraries",
    "Counting words – a method for large libraries.",
    "A Method for Large Libraries.",
  ])("calls %j a repeat of the title", (summary) => {
    expect(checkSummary(summary, TITLE)).toBe("repeats_title");
  });

  it.each([
    "",
    "   ",
    "counts words in large libraries.",
    "and this makes it faster.",
    "Good.",
    "It works.",
    "42.",
    "- It counts words.",
    "?!",
  ])("calls %j no sentence", (summary) => {
    expect(checkSummary(summary, TITLE)).toBe("not_a_sentence");
  });

  it("takes the title's first word for a name, also in small letters", () => {
    const summary = "scikit-learn makes learning methods easy to call.";
    expect(checkSummary(summary, "scikit-learn: Machine Learning in Python")).toBeNull();
    expect(checkSummary(summary, "Machine Learning in Python")).toBe("not_a_sentence");
  });

  it("needs no title, and takes nothing for a repeat of it then", () => {
    expect(checkSummary("?!", "…")).toBe("not_a_sentence");
    expect(checkSummary(", and it counts all the words.")).toBe("not_a_sentence");
    expect(checkSummary("The method counts words in large libraries.")).toBeNull();
  });

  it("throws on no text, and finds nothing fit that ends without a sentence's mark", () => {
    const wildText = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .array(
          fc.constantFrom("The method works", ".", "…", "...", " ", "error: ", "n/a", "“", "”", "。", "("),
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(wildText, wildText, (summary, title) => {
        const problem = checkSummary(summary, title);
        if (problem === null) expect(summary.trim()).toMatch(/[.!?。！？．｡؟۔।]["'”’»)\]}」』】）]*$/u);
      }),
      { numRuns: 2000 },
    );
  });

  it("finds 34 of the 36 summaries of a saved hub page fit, one an error text, one cut short", ({ skip }) => {
    const page = join(import.meta.dirname, "../../../shared/data/pith/carbon-emissions-hub.txt");
    skip(!existsSync(page), "the saved hub page ../shared/data/pith/carbon-emissions-hub.txt is not there");
    const [, list = ""] = readFileSync(page, "utf8").split("citing papers explorer\n");
    const pairs = list
      .split(/^-\n/mu)
      .filter((entry) => entry !== "")
      .map((entry) => entry.trim().split("\n"));
    expect(pairs).toHaveLength(36);
    const problems = pairs.map(([title = "", summary = ""]) => checkSummary(summary, title));
    expect(problems.filter((problem) => problem === null)).toHaveLength(34);
    expect(problems.filter((problem) => problem !== null).sort()).toEqual(["cut_short", "error_text"]);
  });
});

describe("SUMMARY_PROBLEM_LABELS", () => {
  it("say every problem in words of their own", () => {
    expect(new Set(Object.values(SUMMARY_PROBLEM_LABELS)).size).toBe(SUMMARY_PROBLEMS.length);
  });
});
