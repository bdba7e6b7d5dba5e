import { expect, test } from "vitest";
import { coCitedHref, readCoCitedSearch } from "./search-params";

test("an address that was written is read back", () => {
  for (const sort of ["together", "strength", "newest", "oldest"] as const) {
    const search = {
      sort,
      after: { value: sort === "strength" ? "-0.3333333333333333" : "17", workId: 123 },
    };
    const address = new URL(coCitedHref("wheels", search), "http://localhost");
    expect(readCoCitedSearch(Object.fromEntries(address.searchParams))).toEqual(search);
  }
  expect(coCitedHref("wheels", { sort: "together", after: null })).toBe("/hubs/wheels/cocited");
});

test.each([
  [{ sort: "best" }],
  [{ after: "17" }],
  [{ after: "1.5_3" }],
  [{ after: "99999999999_3" }],
  [{ after: "-1_3" }],
  [{ after: "1_0" }],
  [{ after: "1_3'--" }],
  [{ after: ["1_x", "1_3"] }],
])("%j counts as not given", (params) => {
  expect(readCoCitedSearch(params)).toEqual({ sort: "together", after: null });
});
