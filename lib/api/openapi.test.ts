import { describe, expect, test } from "vitest";
import { openApiDocument } from "@/lib/api/openapi";
import { OPERATIONS } from "@/lib/api/operations";

const document = openApiDocument({ labelLicence: "CC0-1.0" });

/** Every reference in the document. */
function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "$ref" && typeof inner === "string" ? [inner] : references(inner),
  );
}

describe("openApiDocument", () => {
  test("holds every operation once, under its address", () => {
    expect(Object.keys(document.paths)).toEqual(OPERATIONS.map(({ at }) => at || "/"));
    expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
  });

  test("every parameter of an address is described", () => {
    for (const { at, path } of OPERATIONS)
      expect([...at.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort(), at).toEqual(
        Object.keys(path.shape).sort(),
      );
  });

  test("every reference leads to something, and every schema is referred to", () => {
    const used = new Set(references(document));
    for (const reference of used) {
      const [, , group = "", name = ""] = reference.split("/");
      expect(document.components[group as "schemas"], reference).toHaveProperty([name]);
    }
    for (const name of Object.keys(document.components.schemas))
      expect(used, name).toContain(`#/components/schemas/${name}`);
  });

  test("a parameter with a default may be left out", () => {
    const { parameters } = document.paths["/hubs"]?.get ?? { parameters: [] };
    expect(parameters).toMatchObject([
      { name: "limit", in: "query", required: false, schema: { type: "integer", default: 50, maximum: 200 } },
      { name: "cursor", in: "query", required: false, schema: { type: "string" } },
    ]);
  });
});
