import { describe, expect, test } from "vitest";
import { entityTag, isKnown } from "@/lib/entity-tag.mjs";

describe("entityTag", () => {
  test("is the same for the same body and another for another", () => {
    expect(entityTag("{}")).toBe(entityTag("{}"));
    expect(entityTag("{}")).not.toBe(entityTag("[]"));
    expect(entityTag("{}")).toMatch(/^W\/"[\w-]{27}"$/);
  });
});

describe("isKnown", () => {
  const tag = entityTag("{}");
  test.each([
    [tag, true],
    [tag.slice(2), true],
    [`"other", ${tag}`, true],
    [`W/"a,b" ,${tag}`, true],
    ["*", true],
    ['"other"', false],
    ["", false],
    [null, false],
  ])("of a tag: %j is %j", (header, known) => {
    expect(isKnown(tag, header)).toBe(known);
  });
});
