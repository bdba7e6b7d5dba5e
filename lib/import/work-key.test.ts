import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WorkKey } from "./record";
import { workKey } from "./work-key";

const doi = { scheme: "doi", value: "10.5555/wheel" } as const;
const arxiv = { scheme: "arxiv", value: "2101.00001" } as const;
const fields = { title: "On Wheels, and Roads", published: "2021-04", authors: [{ name: "Ada van Dale" }] };

describe("workKey", () => {
  it("prefers the local id, then the identifier of the first scheme, then the title", () => {
    expect(workKey({ id: "w1", identifiers: [doi], fields })).toBe("id:w1");
    expect(workKey({ identifiers: [arxiv, doi], fields })).toBe("doi:10.5555/wheel");
    expect(workKey({ identifiers: [], fields })).toBe("title:on wheels and roads|2021|dale");
  });

  it("leaves year and author empty where they are unknown", () => {
    expect(workKey({ identifiers: [], fields: { title: "On Wheels" } })).toBe("title:on wheels||");
  });

  it("is null when nothing names the work", () => {
    expect(workKey({ identifiers: [], fields: { published: "2021" } })).toBeNull();
  });

  it("tells titles apart that hold no letter", () => {
    const key = (title: string) => workKey({ identifiers: [], fields: { title } });
    expect(key("???")).not.toBe(key("!!!"));
  });

  it("tells long titles apart by their length", () => {
    const key = (length: number) => workKey({ identifiers: [], fields: { title: "wheel ".repeat(length) } });
    expect(key(200)).not.toBe(key(201));
  });

  it("fits into a key whatever the title and the author are", () => {
    const title = fc.string({ unit: "grapheme", minLength: 1, maxLength: 2000 });
    fc.assert(
      fc.property(title, fc.string({ maxLength: 300 }), (text, name) => {
        const key = workKey({ identifiers: [], fields: { title: text, authors: [{ name }] } });
        expect(WorkKey.parse(key)).toBe(key);
      }),
    );
    const widest = workKey({
      identifiers: [],
      fields: { title: "ﷺ".repeat(2000), authors: [{ name: "ﷺ".repeat(300) }] },
    });
    expect(WorkKey.parse(widest)).toBe(widest);
  });
});
