import { expect, test } from "vitest";
import { failureOf } from "./vouching-failure";

test("of a provider's failure the log has the word of the standard or the code of the system", () => {
  expect(failureOf(new Error("invalid_client (Ada may not)"))).toEqual({ word: "invalid_client" });
  expect(failureOf(new Error("access_denied"))).toEqual({ word: "access_denied" });
  const refused = Object.assign(new Error("connect ECONNREFUSED 192.0.2.1:443"), { code: "ECONNREFUSED" });
  expect(failureOf(refused)).toEqual({ system: "ECONNREFUSED" });
});

test.each([
  new Error("ada@example.org (was not found)"),
  new Error("sub mismatch, expected 0000-0002-1825-0097, got: 0000-0001-5109-3700"),
  Object.assign(new Error("no"), { code: "ada@example.org" }),
  "ada",
  undefined,
])("nothing that a provider or a browser wrote goes into it: %s", (error) => {
  expect(failureOf(error)).toEqual({});
});
