import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseSpokes } from "./spokes";
import { interchangeJsonSchema } from "./spokes-json-schema";
import { chunksOf, collect, ofKind } from "./testing/read-text";

const document = (name: string) => readFileSync(join(import.meta.dirname, "../../docs", name), "utf8");

/** The blocks of a page of documentation that are marked as JSON of some kind. */
function examples(kind: "json" | "jsonl"): string[] {
  const blocks = document("interchange.md").matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...blocks].filter((block) => block[1] === kind).map((block) => block[2] ?? "");
}

describe("docs/interchange.schema.json", () => {
  it("says what the parser's own schemas say", () => {
    const message = "docs/interchange.schema.json is out of date: run npx tsx bin/interchange-schema.ts";
    expect(JSON.parse(document("interchange.schema.json")), message).toEqual(
      JSON.parse(JSON.stringify(interchangeJsonSchema())),
    );
  });

  it("allows no property that is not named", () => {
    const { $defs = {} } = interchangeJsonSchema();
    const objects = Object.values($defs).filter((schema) => schema.type === "object");
    expect(objects.length).toBeGreaterThan(8);
    for (const schema of objects) expect(schema.additionalProperties).toBe(false);
  });
});

describe("docs/interchange.md", () => {
  it("shows lines that together make a file which is read without a remark", async () => {
    const lines = examples("jsonl");
    expect(lines.length).toBeGreaterThan(4);
    const parsed = await collect(parseSpokes(chunksOf(lines.join(""))));
    expect(ofKind(parsed, "rejected")).toEqual([]);
    expect(ofKind(parsed, "warning")).toEqual([]);
    const kinds = new Set(parsed.map((item) => item.kind));
    expect([...kinds].sort()).toEqual(
      ["citation", "claim", "context", "hub", "reference", "reported_count", "suggestion", "work"].sort(),
    );
  });

  it("shows a document that is read without a remark", async () => {
    const [only, ...more] = examples("json");
    expect(more).toEqual([]);
    const parsed = await collect(parseSpokes(chunksOf(only ?? "")));
    expect(ofKind(parsed, "citation")).toHaveLength(1);
    expect([...ofKind(parsed, "rejected"), ...ofKind(parsed, "warning")]).toEqual([]);
  });

  it("names every property of the format", () => {
    const { $defs = {} } = interchangeJsonSchema();
    const properties = Object.values($defs).flatMap((schema) => Object.keys(schema.properties ?? {}));
    const page = document("interchange.md");
    expect(properties.filter((name) => !page.includes(`\`${name}\``) && !page.includes(`"${name}"`))).toEqual(
      [],
    );
  });
});
