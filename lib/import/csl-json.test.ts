import { describe, expect, it } from "vitest";
import { parseCslJson } from "./csl-json";
import { JSON_FILES } from "./testing/json-files";
import { chunksOf, collect, ofKind } from "./testing/read-text";

const parse = (value: unknown) => collect(parseCslJson(chunksOf(JSON.stringify(value))));

describe("an item of CSL-JSON", () => {
  it("is listed with its identifiers, also those in its note and its address", async () => {
    const parsed = await parse(JSON.parse(JSON_FILES["csl-json"]));
    expect(parsed.slice(0, 2)).toEqual([
      {
        kind: "work",
        key: "doi:10.5555/gravel.1",
        identifiers: [
          { scheme: "doi", value: "10.5555/gravel.1" },
          { scheme: "arxiv", value: "2101.00001" },
          { scheme: "pmid", value: "77" },
        ],
        fields: {
          title: "Gravel slows wheels",
          authors: [
            { name: "Anna van der Berg", family: "van der Berg", given: "Anna" },
            { name: "The Gravel Group" },
          ],
          published: "2021-04-07",
          venue: "Journal of Wheels",
        },
        source: "csl-json",
      },
      { kind: "listed", work: "doi:10.5555/gravel.1" },
    ]);
  });

  it("that is a book without authors shows its editors, and its date may be printed", async () => {
    const [, book] = ofKind(await parse(JSON.parse(JSON_FILES["csl-json"])), "work");
    expect(book?.fields).toMatchObject({ published: "1999-05", authors: [{ name: "Ira Ro" }] });
  });

  it("may stand in a wrapped list, and costs nothing but itself when it is spoilt", async () => {
    const parsed = await parse({
      items: [
        { id: 1, type: "book", title: "Roads" },
        { id: 2, type: "book", title: 7 },
      ],
    });
    expect(ofKind(parsed, "listed")).toHaveLength(1);
    expect(ofKind(parsed, "rejected").map(({ where }) => where)).toEqual(["entry 1, items[1]"]);
  });
});
