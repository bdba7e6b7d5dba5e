import { expect, test } from "vitest";
import { UserError } from "@/lib/errors";
import { readColumnNames } from "./column-names";

test("columns are named with what they hold, also where a name has an equals sign", () => {
  expect([...readColumnNames("Paper name=title, a=b=Year")]).toEqual([
    ["Paper name", "title"],
    ["a=b", "year"],
  ]);
});

test("what names no field, and two columns for one field, are refused in words", () => {
  expect(() => readColumnNames("Titel")).toThrow(UserError);
  expect(() => readColumnNames("Titel=colour")).toThrow(UserError);
  expect(() => readColumnNames("a=title,b=title")).toThrow("two columns");
});
