import fc from "fast-check";
import { expect, test } from "vitest";
import { scriptJson } from "./script-json";

test("an end of script, a comment and an entity come out harmless", () => {
  expect(scriptJson({ title: "</script><!--&amp;" })).toBe(
    String.raw`{"title":"\u003c/script\u003e\u003c!--\u0026amp;"}`,
  );
  expect(scriptJson("a\u2028b\u2029c")).toBe(String.raw`"a\u2028b\u2029c"`);
});

test("any data is read back as it was, and has no sign that HTML could take for markup", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      const text = scriptJson(data);
      expect(text).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)));
    }),
  );
});
