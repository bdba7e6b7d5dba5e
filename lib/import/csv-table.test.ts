import { describe, expect, test } from "vitest";
import { parseCsv } from "./csv";
import { type CsvField, proposeColumns } from "./csv-columns";
import { tableOf, tableProblem } from "./csv-table";
import { UnreadableFileError } from "./record";
import { collect } from "./testing/read-text";

const TABLE = "Arbeit;Wer;Jahr\nVon Lampen und ihren Wärtern;Ada Beam;1999\nNebel;Grace Keeper;2001\n";

async function* whole(text: string) {
  yield text;
}

describe("a table whose names say nothing", () => {
  test("is taken apart by the sign that gives most columns, and by any that is given", () => {
    expect(proposeColumns(TABLE)).toEqual({
      delimiter: ";",
      headerLine: 1,
      columns: ["Arbeit", "Wer", "Jahr"].map((name) => ({ name, field: null })),
    });
    expect(proposeColumns("a,b;c,d\n1,2;3,4", { delimiter: ";" })?.columns.map(({ name }) => name)).toEqual([
      "a,b",
      "c,d",
    ]);
    expect(proposeColumns("about this\nx\ty\n1\t2", { headerLine: 2 })).toMatchObject({
      delimiter: "\t",
      headerLine: 2,
    });
    expect(proposeColumns("one column\nand no more")).toBeNull();
  });

  test("is read by what somebody said of its columns, by number or by name", async () => {
    const byNumber = tableOf(
      TABLE,
      { delimiter: ";", headerLine: 1, fields: ["title", "authors", "year"] },
      undefined,
    );
    const byName = tableOf(
      TABLE,
      undefined,
      new Map<string, CsvField>([
        ["arbeit", "title"],
        ["Wer ", "authors"],
        ["Jahr", "year"],
      ]),
    );
    const read = await collect(parseCsv(whole(TABLE), byNumber));
    expect(read).toContainEqual(
      expect.objectContaining({
        kind: "work",
        fields: expect.objectContaining({ title: "Von Lampen und ihren Wärtern", published: "1999" }),
      }),
    );
    expect(await collect(parseCsv(whole(TABLE), byName))).toEqual(read);
  });
});

test("a column that is said to hold a field takes it from the one that was guessed", () => {
  const found = tableOf(
    "title,year,doi,Real title\na,1,b,c",
    undefined,
    new Map<string, CsvField>([["Real title", "title"]]),
  );
  expect(found?.columns.map(({ field }) => field)).toEqual([null, "year", "doi", "title"]);
});

test("columns that are not there, doubles, and tables that name no work are refused in words", () => {
  expect(() => tableOf(TABLE, undefined, new Map<string, CsvField>([["Titel", "title"]]))).toThrow(
    UnreadableFileError,
  );
  expect(tableProblem(["year", null])).toMatch(/title or an identifier/);
  expect(tableProblem(["doi", "doi"])).toMatch(/^Two columns/);
  expect(tableProblem(["doi", null])).toBeNull();
});
