import { describe, expect, it } from "vitest";
import { readCitation, readReferencesEntry } from "./spokes-citation";
import { ofKind } from "./testing/read-text";

const place = { where: "line 2", source: "wheel-index" };
const tie = { hub: "id:h", citing: "id:c" };
const asJson = (entry: object) => JSON.parse(JSON.stringify(entry));
const read = (entry: object) => readCitation(asJson({ hub: "h", work: "c", ...entry }), place);
const context = (entry: object) => ofKind(read({ contexts: [entry] }), "context")[0];

it("has signs for character references in sentences too, and marks stay where they are", () => {
  const written = context({
    text: " Smith &amp; Jones &mdash; see [4].",
    before: "R&amp;D.",
    section: "Aims &amp; Scope",
    markers: [{ start: 31, end: 34 }],
  });
  expect(written).toMatchObject({
    text: "Smith & Jones — see [4].",
    before: "R&D.",
    section: "Aims & Scope",
  });
  const [marker] = written?.markers ?? [];
  expect(written?.text.slice(marker?.start, marker?.end)).toBe("[4]");
});

describe("a citation", () => {
  it("ties a citing work to a hub", () => {
    expect(read({ isInfluential: true, isSelf: false, contextGap: "no_full_text" })).toEqual([
      { kind: "citation", ...tie, isInfluential: true, isSelf: false, contextGap: "no_full_text" },
    ]);
  });

  it("may describe the citing work and name the hub by identifier", () => {
    const parsed = read({
      hub: "doi:10.5555/hub",
      work: { title: "Gravel", source: "elsewhere" },
      source: "list",
    });
    expect(ofKind(parsed, "work").map(({ key, source }) => [key, source])).toEqual([
      ["doi:10.5555/hub", "list"],
      ["title:gravel|||doi:10.5555/hub", "elsewhere"],
    ]);
    expect(ofKind(parsed, "citation")).toEqual([
      { kind: "citation", hub: "doi:10.5555/hub", citing: "title:gravel|||doi:10.5555/hub" },
    ]);
  });

  it.each([
    [{ hub: undefined }, "hub is missing"],
    [{ hub: { title: "Wheels" } }, "hub must be a text"],
    [{ hub: "doi:wheel" }, 'hub: "doi:wheel" cannot be read as an identifier'],
    [{ hub: "doi:10.5555/hub", work: undefined }, "work is missing"],
    [{ hub: "doi:10.5555/hub", work: { titel: "Gravel" } }, 'work: unknown property "titel"'],
    [{ contextGap: "lost" }, /^contextGap must be "no_full_text" or /],
    [{ contexts: {} }, "contexts must be a list"],
  ])("is rejected as a whole, without leaving a work behind: %j", (entry, reason) => {
    expect(read(entry)).toEqual([
      {
        kind: "rejected",
        where: "line 2",
        reason: typeof reason === "string" ? reason : expect.stringMatching(reason),
      },
    ]);
  });

  it("is named by a short title beside its hub alone, by a telling one or by year and author anywhere", () => {
    const keyOf = (work: object) => ofKind(read({ hub: "doi:10.5555/hub", work }), "work").at(-1)?.key;
    expect(keyOf({ title: "Introduction" })).toBe("title:introduction|||doi:10.5555/hub");
    expect(keyOf({ title: "Wheels of the old mill" })).toBe("title:wheels of the old mill||");
    expect(keyOf({ title: "Wheels", published: "1999", authors: ["Ada Beam"] })).toBe(
      "title:wheels|1999|beam",
    );
  });

  it("brings the references of the citing work, and rejects a bad one alone", () => {
    const parsed = read({ references: ["w", "doi:10.5555/a", "doi:a", { title: "Sand" }] });
    expect(ofKind(parsed, "reference").map((item) => [item.citing, item.cited])).toEqual([
      ["id:c", "id:w"],
      ["id:c", "doi:10.5555/a"],
      ["id:c", "title:sand|||id:c"],
    ]);
    expect(ofKind(parsed, "work")).toHaveLength(2);
    expect(ofKind(parsed, "rejected").map((item) => item.where)).toEqual(["line 2, references[2]"]);
  });
});

describe("a context", () => {
  it("keeps its neighbours, section, position and markers", () => {
    const said = {
      before: "First.",
      after: "Last.",
      position: 4,
      markers: [{ start: 0, end: 3 }],
      implicit: true,
    };
    expect(context({ text: "[7] says so.", section: " 1  Introduction ", ...said })).toEqual({
      kind: "context",
      ...tie,
      text: "[7] says so.",
      section: "1 Introduction",
      source: "wheel-index",
      ...said,
    });
  });

  it("keeps its text as it was printed but for control characters and the space around it", () => {
    expect(context({ text: "\n Wheels\u0007  wear\r\nroads. " })?.text).toBe("Wheels  wear\nroads.");
    expect(context({ text: "x", before: " \u0007 ", after: "" })).toStrictEqual({
      kind: "context",
      ...tie,
      text: "x",
      source: "wheel-index",
    });
  });

  it("has its markers moved along with its text", () => {
    const text = " \u0007Wheels\r\nwear [7] roads. ";
    const start = text.indexOf("[7]");
    const moved = context({ text, markers: [{ start, end: start + 3 }] });
    expect(moved?.markers?.map((marker) => moved.text.slice(marker.start, marker.end))).toEqual(["[7]"]);
  });

  it.each([
    [[{ start: 0, end: 99 }]],
    [[{ start: -1, end: 2 }]],
    [[{ start: 3, end: 3 }]],
    [[{ start: 4, end: 2 }]],
    [
      [
        { start: 0, end: 2 },
        { start: 5, end: 99 },
      ],
    ],
  ])("loses markers that do not lie within its text, with a warning: %j", (markers) => {
    const parsed = read({ contexts: [{ text: "Wheels wear roads.", markers }] });
    expect(ofKind(parsed, "context")[0]).not.toHaveProperty("markers");
    expect(ofKind(parsed, "warning")).toEqual([
      {
        kind: "warning",
        where: "line 2, contexts[0]",
        message: "markers do not lie within the text and are left out",
      },
    ]);
  });

  it("is rejected alone when it does not fit", () => {
    const bad = [
      {},
      { text: " " },
      { text: "a\0" },
      { text: "a", page: 1 },
      "a",
      { text: "x".repeat(10_001) },
    ];
    const parsed = read({ contexts: [...bad, { text: "Good." }] });
    expect(ofKind(parsed, "context").map((item) => item.text)).toEqual(["Good."]);
    expect(ofKind(parsed, "rejected").map(({ where, reason }) => [where, reason])).toEqual([
      ["line 2, contexts[0]", "text is missing"],
      ["line 2, contexts[1]", "text is empty"],
      ["line 2, contexts[2]", "text contains a NUL character"],
      ["line 2, contexts[3]", 'unknown property "page"'],
      ["line 2, contexts[4]", "must be an object"],
      ["line 2, contexts[5]", "text is longer than 10000 characters"],
    ]);
    expect(ofKind(parsed, "citation")).toHaveLength(1);
  });
});

describe("a suggestion", () => {
  it("labels the citation as a whole, or the context that it stands in", () => {
    const parsed = read({
      source: "list",
      suggestions: [{ label: "Uses", role: "method", source: "model-1", version: "2" }],
      contexts: [
        {
          text: " Text. ",
          position: 3,
          suggestions: [{ label: "p", polarity: "supporting", confidence: 1 }],
        },
      ],
    });
    expect(ofKind(parsed, "suggestion")).toEqual([
      {
        kind: "suggestion",
        ...tie,
        contextText: "Text.",
        contextPosition: 3,
        original: "p",
        polarity: "supporting",
        confidence: 1,
        source: "list",
      },
      { kind: "suggestion", ...tie, original: "Uses", role: "method", source: "model-1", version: "2" },
    ]);
  });

  it("is kept with its own label alone when it maps to nothing", () => {
    expect(ofKind(read({ suggestions: [{ label: "perfunctory" }] }), "suggestion")[0]).toStrictEqual({
      kind: "suggestion",
      ...tie,
      original: "perfunctory",
      source: "wheel-index",
    });
  });

  it("is rejected alone when it does not fit", () => {
    const suggestions = [{ label: "a", role: "praise" }, { role: "method" }, { label: "b", confidence: 2 }];
    const parsed = read({ contexts: [{ text: "Text.", suggestions }], suggestions: [{ label: "c" }] });
    expect(ofKind(parsed, "rejected").map((item) => item.where)).toEqual([
      "line 2, contexts[0], suggestions[0]",
      "line 2, contexts[0], suggestions[1]",
      "line 2, contexts[0], suggestions[2]",
    ]);
    expect(ofKind(parsed, "rejected")[0]?.reason).toMatch(/^role must be "background" or /);
    expect(ofKind(parsed, "rejected")[1]?.reason).toBe("label is missing");
    expect(ofKind(parsed, "rejected")[2]?.reason).toBe("confidence is above 1");
    expect(ofKind(parsed, "suggestion").map((item) => item.original)).toEqual(["c"]);
    expect(ofKind(parsed, "context")).toHaveLength(1);
  });
});

describe("a references entry", () => {
  it("becomes one reference for each work cited", () => {
    const parsed = readReferencesEntry({ work: "w", cites: ["h", "pmid:12", 7] }, place);
    expect(ofKind(parsed, "reference")).toEqual([
      { kind: "reference", citing: "id:w", cited: "id:h" },
      { kind: "reference", citing: "id:w", cited: "pmid:12" },
    ]);
    expect(ofKind(parsed, "rejected").map((item) => item.where)).toEqual(["line 2, cites[2]"]);
  });

  it("is rejected when it does not say what cites, or what is cited", () => {
    const reasons = [{ cites: ["h"] }, { work: "w" }].map((entry) => readReferencesEntry(entry, place));
    expect(reasons.flat()).toEqual([
      { kind: "rejected", where: "line 2", reason: "work is missing" },
      { kind: "rejected", where: "line 2", reason: "cites is missing" },
    ]);
  });
});
