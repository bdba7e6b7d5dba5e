import { describe, expect, it } from "vitest";
import { detectFormat, FORMAT_NAMES, FORMATS, formatByName } from "./formats";
import { HEAD_LENGTH } from "./head";
import { JATS, S2ORC, TEI } from "./testing/full-texts";

const LINES = '{"type":"spokes","version":1}\n{"type":"work","title":"Gravel"}\n';
const PITH = "Stray.\nhub\nWheels\n3 Pith papers cite this work. More.\nabstract\nThey turn.\n";

describe("detectFormat", () => {
  it.each([
    ["interchange lines", LINES, "spokes"],
    ["interchange lines with CRLF and space before them", ` \r\n${LINES.replaceAll("\n", "\r\n")}`, "spokes"],
    ["a header whose properties come in another order", '{"version":1,"type":"spokes"}', "spokes"],
    ["a header that is spoilt, so that the parser can say how", '{"type":"spokes",version:1}\n', "spokes"],
    ["an interchange document", '{"spokes":1,"works":[]}', "spokes"],
    ["an interchange document over many lines", '{\n  "source": "x",\n  "spokes": 1\n}', "spokes"],
    ["a Pith page", PITH, "pith-text"],
    ["a full text in JATS", JATS, "jats"],
    ["a full text of GROBID", TEI, "tei"],
    ["full texts of S2ORC", S2ORC, "s2orc"],
    ["a Pith page with CRLF", PITH.replaceAll("\n", "\r\n"), "pith-text"],
    ["a Pith page without a headline", "hub\nWheels\nciting papers explorer\n-\nGravel\n", "pith-text"],
  ])("knows %s", (_, head, name) => {
    expect(detectFormat(head)?.name).toBe(name);
  });

  it.each([
    ["an empty file", ""],
    ["other JSON", '{"type":"work","title":"About spokes"}'],
    ["JSON with a type and a title that cites nothing", '{"id":1,"type":"article","title":"Wheels"}'],
    [
      "JSON of other services",
      '{"data":[{"id":"7","paper":"x"}],"results":[{"id":"https://example.org/W1"}]}',
    ],
    ["JSON that only speaks of spokes", '[{"type":"spokes"}]'],
    ["a text that mentions a hub", "The hub\nof a wheel: 3 Pith papers cite this work.\n"],
    ["a headline before the hub", "3 Pith papers cite this work.\nhub\n"],
    ["a text with an address", "Write to wheel@example.org {or, not}."],
  ])("takes %s for none of its formats", (_, head) => {
    expect(detectFormat(head)).toBeNull();
  });

  it("looks no further than the head", () => {
    expect(detectFormat(`${" ".repeat(HEAD_LENGTH)}${LINES}`)).toBeNull();
    expect(detectFormat(`${" ".repeat(HEAD_LENGTH - 100)}${LINES}`)?.name).toBe("spokes");
  });
});

describe("the registry", () => {
  it("holds one format for each name, with a label, and finds it by name", () => {
    expect(FORMATS.map((format) => format.name)).toEqual(FORMAT_NAMES);
    for (const format of FORMATS) expect(formatByName(format.name)).toBe(format);
    expect(new Set(FORMATS.map((format) => format.label)).size).toBe(FORMAT_NAMES.length);
  });

  it("knows no other name, not even one that every object has", () => {
    expect(formatByName("wordperfect")).toBeNull();
    expect(formatByName("constructor")).toBeNull();
  });
});
