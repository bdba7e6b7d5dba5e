import { expect, test } from "vitest";
import { personHref, readVoteCursor } from "./search-params";

test("the address of a page is read back as what it was made of", () => {
  const cursor = { changed: 1_780_000_000_123_456, hubId: 3, id: 41 };
  const address = new URL(personHref("ada", cursor), "http://localhost");
  expect(address.pathname).toBe("/people/ada");
  expect(readVoteCursor(address.searchParams.get("after") ?? "")).toEqual(cursor);
  expect(personHref("ada")).toBe("/people/ada");
});

test.each([undefined, "", "1-2", "1-2-3-4", "0-1-1", "x-1-1", "9999999999999999-1-1", "-1-1-1"])(
  "%s is the beginning of the list",
  (after) => expect(readVoteCursor(after)).toBeNull(),
);
