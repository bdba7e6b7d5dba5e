import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UnreadableFileError } from "./record";
import { parseSpokes } from "./spokes";
import { chunksOf, collect, damaged, expectSound, ofKind, withCuts } from "./testing/read-text";

const HEADER = { type: "spokes", version: 1, source: "wheel-index", license: "CC0-1.0", note: "Made up." };
const HUB = { type: "hub", work: { id: "h", title: "Wheels and the Wear of Roads" }, slug: "wheels" };
const CITATION = {
  type: "citation",
  hub: "h",
  work: { id: "c", identifiers: ["doi:10.5555/gravel"], title: "Gravel", authors: ["Dale, Ada", "et al."] },
  contexts: [
    {
      text: "Wheels wear roads [7].",
      section: "1 Introduction",
      markers: [{ start: 18, end: 21 }],
      suggestions: [{ label: "pos", polarity: "supporting", confidence: 0.5 }],
    },
  ],
  references: ["arxiv:2101.00001", { title: "Sand and Its Grains" }],
};
const WORK = {
  type: "work",
  id: "w",
  title: "Paint",
  published: "2020-02",
  notices: [{ kind: "corrected" }],
};
const REFERENCES = { type: "references", work: "w", cites: ["h", "doi:10.5555/gravel"] };
const LINES = [HEADER, HUB, CITATION, WORK, REFERENCES].map((line) => JSON.stringify(line)).join("\n");

const withoutType = ({ type: _, ...entry }: Record<string, unknown>) => entry;
const DOCUMENT = JSON.stringify({
  spokes: 1,
  source: "wheel-index",
  license: "CC0-1.0",
  note: "Made up.",
  works: [withoutType(WORK)],
  hubs: [withoutType(HUB)],
  citations: [withoutType(CITATION)],
  references: [withoutType(REFERENCES)],
});

const parse = (text: string, cuts?: number[]) => collect(parseSpokes(chunksOf(text, cuts)));
const lines = (...entries: unknown[]) =>
  [HEADER, ...entries].map((entry) => JSON.stringify(entry)).join("\n");
const refusal = (text: string) => expect(parse(text)).rejects;

describe("interchange lines", () => {
  it("give the header's source to every entry without its own", async () => {
    const parsed = await parse(lines(WORK, { ...WORK, id: "v", source: "elsewhere" }));
    expect(ofKind(parsed, "work").map((work) => work.source)).toEqual(["wheel-index", "elsewhere"]);
  });

  it("are called spokes when the header names no source", async () => {
    const parsed = await parse(`{"type":"spokes","version":1}\n${JSON.stringify(WORK)}`);
    expect(ofKind(parsed, "work")[0]?.source).toBe("spokes");
  });

  it("cannot speak in the name of the site's admins, nor can the header", async () => {
    const parsed = await parse(lines({ ...WORK, source: "admin" }));
    expect(ofKind(parsed, "work")).toEqual([]);
    expect(ofKind(parsed, "rejected")[0]?.reason).toContain("what admins write on the site");
    await refusal(`{"type":"spokes","version":1,"source":"admin"}\n${JSON.stringify(WORK)}`).toThrow();
  });

  it("may be parted by empty lines", async () => {
    expect(await parse(`\n${LINES.replaceAll("\n", "\n\n  \n")}\n`)).toEqual(await parse(LINES));
  });

  it("read the same with CRLF and wherever the chunks end", async () => {
    const expected = await parse(LINES);
    expect(ofKind(expected, "rejected")).toEqual([]);
    expect(await parse(LINES.replaceAll("\n", "\r\n"))).toEqual(expected);
    await fc.assert(
      fc.asyncProperty(withCuts(LINES), async (cuts) => {
        expect(await parse(LINES, cuts)).toEqual(expected);
      }),
    );
  });

  it("go in around a line that does not, which is named by its number", async () => {
    const [header, hub, ...rest] = LINES.split("\n");
    const broken = ['{"type":"work",', "[1]", '{"title":"x"}', '{"type":"wheel"}', LINES.split("\n")[0]];
    const parsed = await parse([header, hub, ...broken, ...rest].join("\n"));
    expect(parsed.filter((item) => item.kind !== "rejected")).toEqual(await parse(LINES));
    expect(ofKind(parsed, "rejected")).toEqual([
      { kind: "rejected", where: "line 3", reason: expect.stringMatching(/^is no valid JSON: /) },
      { kind: "rejected", where: "line 4", reason: "is no JSON object" },
      {
        kind: "rejected",
        where: "line 5",
        reason: "has no type; it must be one of work, hub, citation, references",
      },
      {
        kind: "rejected",
        where: "line 6",
        reason: 'has the unknown type "wheel"; known are work, hub, citation, references',
      },
      {
        kind: "rejected",
        where: "line 7",
        reason: "is a second header; send the files one by one, so that each keeps its own source",
      },
    ]);
  });
});

describe("an interchange document", () => {
  it("gives the same records as the same entries in lines", async () => {
    const sorted = async (text: string) => (await parse(text)).map((item) => JSON.stringify(item)).sort();
    expect(await sorted(DOCUMENT)).toEqual(await sorted(LINES));
  });

  it("may be written over many lines", async () => {
    expect(await parse(JSON.stringify(JSON.parse(DOCUMENT), null, 2))).toEqual(await parse(DOCUMENT));
  });

  it("names a rejected entry by list and place", async () => {
    const parsed = await parse(
      JSON.stringify({ spokes: 1, citations: [CITATION, { hub: "h", colour: 1, work: "w" }] }),
    );
    expect(ofKind(parsed, "rejected")).toEqual([
      { kind: "rejected", where: "citations[1]", reason: 'unknown property "colour"' },
    ]);
    expect(ofKind(parsed, "citation")).toHaveLength(1);
  });

  it("is refused when it is longer than 64 Mi characters", async () => {
    async function* endless() {
      yield '{"spokes":1,\n';
      for (;;) yield " ".repeat(1024 * 1024);
    }
    await expect(collect(parseSpokes(endless()))).rejects.toThrow("longer than 64 Mi characters");
  });
});

describe("a file that is refused as a whole", () => {
  it.each([
    ["an empty file", "", "The file is empty."],
    ["a first line that is no header", JSON.stringify(WORK), "Line 1 is no header"],
    ["a first line that is no JSON", "wheels", "Line 1 is no header"],
    ["another version", '{"type":"spokes","version":2}', "interchange version 2"],
    ["no version", '{"type":"spokes"}', "interchange version nothing"],
    [
      "a header with an unknown property",
      '{"type":"spokes","version":1,"date":1}',
      'unknown property "date"',
    ],
    ["a document of another version", '{"spokes":"1"}', 'interchange version "1"'],
    ["a document with an unknown property", '{"spokes":1,"work":[]}', 'unknown property "work"'],
    ["a document with a list that is none", '{"spokes":1,"works":{}}', "works must be a list"],
    ["a document that is no JSON", '{"spokes":1,\n"works":[}', "The file is no valid JSON: "],
    ["a document without spokes", '{\n"works":[]}', 'has no "spokes"'],
  ])("is %s", async (_, text, message) => {
    await refusal(text).toBeInstanceOf(UnreadableFileError);
    await refusal(text).toThrow(message);
    await refusal(text).toHaveProperty("message", expect.not.stringContaining("\n"));
  });
});

describe("whatever the text is", () => {
  it("the parser gives sound records or its own error", async () => {
    const text = fc.oneof(damaged(LINES), damaged(DOCUMENT), fc.string({ unit: "binary" }));
    await fc.assert(
      fc.asyncProperty(text, async (raw) => {
        const outcome = await parse(raw).catch((error: unknown) => error);
        if (Array.isArray(outcome)) outcome.forEach(expectSound);
        else expect(outcome).toBeInstanceOf(UnreadableFileError);
      }),
      { numRuns: 250 },
    );
  });

  it("any JSON in any field gives sound records", async () => {
    const values = [HEADER, HUB, CITATION, WORK, REFERENCES].map((line) => JSON.stringify(line));
    const field = fc
      .constantFrom(...values.slice(1))
      .chain((line) =>
        fc.tuple(
          fc.constant(line),
          fc.constantFrom(...(line.match(/"\w+":/g) ?? [])),
          fc.oneof(fc.jsonValue({ stringUnit: "binary" }), fc.string({ unit: "binary" })),
        ),
      );
    await fc.assert(
      fc.asyncProperty(field, async ([line, name, value]) => {
        const at = line.indexOf(name) + name.length;
        const changed = replaceValue(line, at, JSON.stringify(value));
        (await parse(`${values[0]}\n${changed}`)).forEach(expectSound);
      }),
      { numRuns: 250 },
    );
  });

  it("a property called __proto__ or constructor is an unknown one and does no harm", async () => {
    const line = '{"type":"work","title":"Paint","__proto__":{"title":"x","polluted":1},"constructor":{}}';
    const parsed = await parse(`${JSON.stringify(HEADER)}\n${line}`);
    expect(parsed).toEqual([
      { kind: "rejected", where: "line 2", reason: 'unknown property "__proto__", "constructor"' },
    ]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

/** The JSON text with the value that begins at a place put in place of another. */
function replaceValue(json: string, at: number, value: string): string {
  for (let end = at + 1; end <= json.length; end++) {
    const changed = json.slice(0, at) + value + json.slice(end);
    try {
      JSON.parse(json.slice(at, end));
      JSON.parse(changed);
      return changed;
    } catch {
      // The value does not end here yet.
    }
  }
  return json;
}
