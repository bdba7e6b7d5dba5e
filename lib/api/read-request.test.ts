import { describe, expect, test } from "vitest";
import { z } from "zod";
import { cursorOf, Limit, writeCursor } from "@/lib/api/paging";
import { ContextPath, HubPath } from "@/lib/api/path-parameters";
import { ApiProblem } from "@/lib/api/problem";
import { readPath, readQuery } from "@/lib/api/read-request";

const query = z.strictObject({ limit: Limit, cursor: cursorOf(z.object({ id: z.int().min(1) })) });

/** What is wrong with an address, one line a parameter. */
function wrongWith(search: string): string[] {
  try {
    readQuery({ query }, new URLSearchParams(search));
  } catch (error) {
    if (error instanceof ApiProblem)
      return (error.errors ?? []).map(({ parameter, detail }) => `${parameter} ${detail}`);
    throw error;
  }
  return [];
}

describe("readQuery", () => {
  test("what is not given has its default", () => {
    expect(readQuery({ query }, new URLSearchParams())).toEqual({ limit: 50 });
  });

  test("a cursor is read as it was written", () => {
    const search = new URLSearchParams({ limit: "200", cursor: writeCursor({ id: 7 }) });
    expect(readQuery({ query }, search)).toEqual({ limit: 200, cursor: { id: 7 } });
  });

  const LIMIT = "limit must be a whole number from 1 to 200";
  const CURSOR = "cursor must be left out, or taken as it is from the address `next` of the page before";
  test.each([
    ["limit=0", [LIMIT]],
    ["limit=201", [LIMIT]],
    ["limit=1.5", [LIMIT]],
    ["limit=many", [LIMIT]],
    ["limit=", [LIMIT]],
    ["cursor=nonsense", [CURSOR]],
    [`cursor=${writeCursor({ id: 0 })}`, [CURSOR]],
    [`cursor=${"a".repeat(2000)}`, [CURSOR]],
    ["limit=1&limit=2", ["limit may be given only once"]],
    ["page=2", ["page is not known; there are limit and cursor"]],
    ["limit=x&page=2", [LIMIT, "page is not known; there are limit and cursor"]],
  ])("%s is refused", (search, wrong) => {
    expect(wrongWith(search)).toEqual(wrong);
  });
});

describe("readPath", () => {
  test("numbers are read as numbers", () => {
    expect(readPath({ path: ContextPath }, { context: "12" })).toEqual({ context: 12 });
  });

  test.each([
    [ContextPath, { context: "012" }],
    [ContextPath, { context: "x" }],
    [ContextPath, { context: "9".repeat(16) }],
    [HubPath, { slug: "Not A Slug" }],
    [HubPath, {}],
  ])("what cannot name anything is not found", (path, params) => {
    expect(() => readPath({ path }, params)).toThrow(ApiProblem);
  });
});
