import { describe, expect, test } from "vitest";
import { compareFacts, type Facts, likelyTwins } from "./same-work";

const facts = (name: string | null, year: number | null, ...dois: string[]): Facts => ({
  authors: name === null ? [] : [{ name }],
  year,
  identifiers: dois.map((value) => ({ scheme: "doi", value })),
});

describe("what speaks for two records being one work", () => {
  test("is what both say of first author and year, however the name is written", () => {
    expect(compareFacts(facts("Tore Amble", 2000), facts("T. Amble", 2000))).toEqual({
      agree: ["the same first author", "the same year"],
      differ: [],
    });
  });

  test("is against it where they differ, and nothing where one is silent", () => {
    expect(compareFacts(facts("Tore Amble", 2000), facts("Jiang Chen", 2004))).toEqual({
      agree: [],
      differ: ["the first author", "2000 and 2004"],
    });
    expect(compareFacts(facts(null, 2000), facts("Jiang Chen", null))).toEqual({ agree: [], differ: [] });
  });

  test("is against it where both have identifiers of one kind and none in common", () => {
    const differ = (...pair: [Facts, Facts]) => compareFacts(...pair).differ;
    expect(differ(facts(null, null, "10.1/a"), facts(null, null, "10.1/b"))).toEqual([
      "doi:10.1/a and doi:10.1/b",
    ]);
    expect(differ(facts(null, null, "10.1/a"), facts(null, null, "10.1/b", "10.1/a"))).toEqual([]);
  });
});

describe("works of one title", () => {
  const amble = facts("Tore Amble", 2000);
  const also = facts("T. Amble", 2001);
  const chen = facts("Jiang Chen", 2000);
  const unknown = facts(null, 1999);

  test("may be one where the first author is the same or not known", () => {
    expect(likelyTwins([amble, chen, also])).toEqual([amble, also]);
    expect(likelyTwins([amble, chen])).toEqual([]);
    expect(likelyTwins([amble, chen, unknown])).toEqual([amble, chen, unknown]);
  });
});
