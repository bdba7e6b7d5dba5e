import { expect, test } from "vitest";
import { hubsHref, readHubCursor } from "./search-params";

test("the address of a further page is read back as the cursor that it was made from", () => {
  const after = { citers: 100_000, id: 7 };
  const { searchParams } = new URL(hubsHref(after), "http://localhost");
  expect(readHubCursor(searchParams.get("after") ?? undefined)).toEqual(after);
});

test("the first page has the plain address", () => {
  expect(hubsHref(null)).toBe("/hubs");
});

test.each([undefined, "", "36", "-1", "36-0", "36-x", "1e3-4", "36-1; --", "9999999999-1"])(
  "%j begins at the first page",
  (after) => {
    expect(readHubCursor(after)).toBeNull();
  },
);

test("of a repeated parameter the first counts", () => {
  expect(readHubCursor(["36-1", "9-9"])).toEqual({ citers: 36, id: 1 });
});
