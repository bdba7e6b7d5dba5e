import { describe, expect, it } from "vitest";
import { parseLocalCitationNetwork } from "./local-citation-network";
import { JSON_FILES } from "./testing/json-files";
import { chunksOf, collect, ofKind } from "./testing/read-text";

const NETWORK = JSON.parse(JSON_FILES["local-citation-network"]) as {
  source: object;
  input: { authors: object[] }[];
};
const parse = (value: unknown) => collect(parseLocalCitationNetwork(chunksOf(JSON.stringify(value))));
const id = (sign: string) => sign.repeat(40);

describe("a saved network", () => {
  it("gives its works and the references among them and beyond, and counts those without an identifier", async () => {
    const parsed = await parse(NETWORK);
    expect(ofKind(parsed, "reference")).toEqual([
      { kind: "reference", citing: `s2:${id("a")}`, cited: `s2:${id("b")}` },
      { kind: "reference", citing: `s2:${id("a")}`, cited: "openalex:W9" },
    ]);
    expect(ofKind(parsed, "warning").map(({ message }) => message)).toEqual([
      "2 of 4 references have no identifier that is known and are left out.",
    ]);
    expect(ofKind(parsed, "listed")).toEqual([]);
  });

  it("takes the identifier of a work that its service did not know", async () => {
    const missing = ofKind(await parse(NETWORK), "work").find(({ key }) => key === "doi:10.5555/road");
    expect(missing?.fields).toEqual({});
  });

  it("without a source lists its works", async () => {
    expect(ofKind(await parse({ ...NETWORK, source: null }), "listed").map(({ work }) => work)).toEqual([
      `s2:${id("b")}`,
      "doi:10.5555/road",
    ]);
  });

  it("puts names together that were cut in the wrong place", async () => {
    const authors = [
      { LN: "Schalie", FN: "Robin van der" },
      { LN: "Berner", FN: "Daniel" },
      { LN: "Daniel Berner", FN: "0000-0002-1825-0097" },
    ];
    const parsed = await parse({ input: [{ ...NETWORK.input[0], authors }] });
    expect(ofKind(parsed, "work")[0]?.fields.authors).toEqual([
      { name: "Robin van der Schalie", family: "van der Schalie", given: "Robin" },
      { name: "Daniel Berner", family: "Berner", given: "Daniel" },
    ]);
  });
});
