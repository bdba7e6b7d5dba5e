import { expect, test } from "vitest";
import { auditHref, readAuditSearch } from "./search-params";

const read = (href: string) =>
  readAuditSearch(Object.fromEntries(new URL(href, "http://localhost").searchParams));

test("the address of a search is read back as the search", () => {
  const search = { actor: "ada", action: "user.set_role", after: 12 };
  expect(read(auditHref(search))).toEqual(search);
  expect(auditHref()).toBe("/admin/audit");
});

test("a malformed parameter counts as not given", () => {
  expect(readAuditSearch({ actor: "Ada Lovelace!", action: "<b>", after: "-3" })).toEqual({
    actor: null,
    action: null,
    after: null,
  });
});
