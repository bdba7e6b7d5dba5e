import { expect, test } from "vitest";
import { HUB_SORTS } from "@/db/queries/hub-order";
import { hubsHref, readHubsPage } from "./search-params";

const read = (address: string) => {
  const { searchParams } = new URL(address, "http://localhost");
  return readHubsPage(Object.fromEntries(searchParams));
};

test.each(HUB_SORTS)(
  "the address of a page in the order %s is read back as what it was made from",
  (sort) => {
    for (const after of [null, { key: 100_000, citers: 100_000, id: 7 }])
      expect(read(hubsHref({ sort, after }))).toEqual({ sort, after });
  },
);

test("the first page of the most cited has the plain address", () => {
  expect(hubsHref({ sort: "most_cited", after: null })).toBe("/hubs");
});

test.each([
  undefined,
  "",
  "36",
  "36-1",
  "-1",
  "36-36-0",
  "36-36-x",
  "1e3-4-1",
  "1-9999999999-1",
  "1-2-3; --",
])("%j begins at the first page", (after) => {
  expect(readHubsPage({ after })).toEqual({ sort: "most_cited", after: null });
});

test("an order that is none is the usual one", () => {
  expect(readHubsPage({ sort: "loudest" }).sort).toBe("most_cited");
});

test("of a repeated parameter the first counts", () => {
  expect(readHubsPage({ sort: ["newest", "x"], after: ["3-36-1", "9-9-9"] })).toEqual({
    sort: "newest",
    after: { key: 3, citers: 36, id: 1 },
  });
});
