import { expect, test } from "vitest";
import { labelPath, readLabelParams } from "./search-params";

test("an address comes back as it was written, with the fragment of the page to return to", () => {
  const params = { last: "context-7", from: "/citers/12#c-5", done: "undone" } as const;
  const { pathname, searchParams } = new URL(labelPath("paper-1-2", params), "http://spokes.test");
  expect(pathname).toBe("/annotate/paper-1-2");
  expect(readLabelParams(Object.fromEntries(searchParams))).toEqual(params);
});

test("the start page can be returned to", () => {
  expect(readLabelParams({ from: "/" }).from).toBe("/");
});

test.each(["//evil.test", "https://evil.test", "/\\evil.test", "javascript:alert(1)", ""])(
  "%j is not returned to",
  (from) => expect(readLabelParams({ from }).from).toBeUndefined(),
);

test("an act that is not ours is left out", () => {
  expect(readLabelParams({ done: "hacked" })).toEqual({});
});
