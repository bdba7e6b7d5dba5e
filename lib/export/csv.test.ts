import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvFile, csvRow } from "./csv";
import { GRAVEL, SITE, streamOf, textOf, UNKNOWN } from "./testing/citers";

const readTable = (text: string): string[][] => parse(text, { bom: true, relax_column_count: false });

describe("a row for spreadsheets", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1+1"])(
    "%j is kept from being run as a formula",
    (text) => {
      expect(readTable(csvRow([text, "end"]))).toEqual([[`'${text}`, "end"]]);
    },
  );

  test("numbers and truth are written as they are, and what is not known as nothing", () => {
    expect(csvRow([-1, true, null, undefined, "", "a,b"])).toBe('-1,true,,,,"a,b"\r\n');
  });

  test("any cells come back, but for the apostrophe before what begins like a formula", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 6 }), (cells) => {
        const [row = []] = readTable(csvRow([...cells, "end"]));
        const expected = cells.map((cell) => (/^[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? `'${cell}` : cell));
        expect(row).toEqual([...expected, "end"]);
        expect(row.every((cell) => !/^[=+\-@\t\r]/u.test(cell))).toBe(true);
      }),
    );
  });
});

test("a file begins with a byte order mark and the names of its columns, and every row has a cell for each", async () => {
  const text = await textOf(csvFile(streamOf(GRAVEL, UNKNOWN), SITE));
  expect(text.startsWith("\uFEFFtitle,authors,")).toBe(true);
  const [names = [], ...rows] = readTable(text);
  expect(rows.map((row) => row.length)).toEqual([names.length, names.length]);
  const cell = (name: string) => rows.map((row) => row[names.indexOf(name)]);
  expect(cell("roles")).toEqual(["dataset; baseline", ""]);
  expect(cell("claims")).toEqual(["C2 contrasting", ""]);
  expect(cell("no_sentences_because")).toEqual(["", "no_full_text"]);
  expect(cell("page")).toEqual([`${SITE}/citers/12`, `${SITE}/citers/13`]);
});
