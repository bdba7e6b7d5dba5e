import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agree, formatPartialDate, parsePartialDate, yearOf } from "@/lib/citation/partial-date";

describe("parsePartialDate", () => {
  it.each([
    ["2021", "2021"],
    [2021, "2021"],
    [" 2021 ", "2021"],
    ["2021-04", "2021-04"],
    ["2021/4", "2021-04"],
    ["2021-04-21", "2021-04-21"],
    ["2021/4/2", "2021-04-02"],
    ["2021.04.02", "2021-04-02"],
    ["2021-04-21T23:59:00-08:00", "2021-04-21"],
    ["2021-04-21 17:51:43", "2021-04-21"],
    ["May 2021", "2021-05"],
    ["Sept. 2021", "2021-09"],
    ["2021 May", "2021-05"],
    ["2021 May 12", "2021-05-12"],
    ["2021-Apr-02", "2021-04-02"],
    ["21 April 2021", "2021-04-21"],
    ["21-Apr-2021", "2021-04-21"],
    ["1st may 2021", "2021-05-01"],
    ["April 21, 2021", "2021-04-21"],
    ["APR 21 2021", "2021-04-21"],
    ["2024-02-29", "2024-02-29"],
    ["2000-02-29", "2000-02-29"],
    ["1000", "1000"],
    ["2999-12-31", "2999-12-31"],
  ])("reads %j as %s", (raw, date) => {
    expect(parsePartialDate(raw)).toBe(date);
  });

  it.each([
    ["", "nothing"],
    ["n.d.", "no date"],
    ["2021-13", "no such month"],
    ["2021-00", "no such month"],
    ["2021-02-30", "no such day"],
    ["2021-04-31", "no such day"],
    ["2021-04-00", "no such day"],
    ["2023-02-29", "no leap year"],
    ["1900-02-29", "no leap year either"],
    ["31 June 2021", "no such day"],
    ["31 November 2021", "no such day"],
    ["04/05/2021", "could be April or May"],
    ["Foo 2021", "no such month"],
    ["Ma 2021", "too short to tell March from May"],
    ["May-June 2021", "two months"],
    ["Spring 2021", "a season"],
    ["0999", "before the year 1000"],
    ["3000", "after the year 2999"],
    ["20210421", "not divided"],
    ["２０２１", "not the digits that are compared"],
  ])("refuses %j: %s", (raw) => {
    expect(parsePartialDate(raw)).toBeNull();
  });

  it.each([2021.05, Number.NaN, Number.POSITIVE_INFINITY, -2021, 21, 1e21])(
    "refuses the number %d",
    (raw) => {
      expect(parsePartialDate(raw)).toBeNull();
    },
  );

  it("throws on nothing, and reads what it wrote", () => {
    const piece = fc.constantFrom(
      "2021",
      "1999",
      "0",
      "4",
      "04",
      "31",
      "May",
      "Feb",
      "-",
      "/",
      " ",
      ",",
      "T",
      ":",
    );
    const raw = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.double(),
      fc.array(piece).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(raw, (value) => {
        const date = parsePartialDate(value);
        if (date === null) return;
        expect(date).toMatch(/^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
        expect(parsePartialDate(date)).toBe(date);
      }),
      { numRuns: 2000 },
    );
  });

  it("knows every day of the calendar, and reads it as it is printed", () => {
    const day = fc.date({ min: new Date("1000-01-01"), max: new Date("2999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (value) => {
        const date = value.toISOString().slice(0, 10);
        expect(parsePartialDate(value.toISOString())).toBe(date);
        expect(parsePartialDate(formatPartialDate(date))).toBe(date);
      }),
    );
  });
});

describe("yearOf", () => {
  it.each(["2021", "2021-04", "2021-04-21"])("of %s is 2021", (date) => {
    expect(yearOf(date)).toBe(2021);
  });
});

describe("formatPartialDate", () => {
  it.each([
    ["2021", "2021"],
    ["2021-04", "April 2021"],
    ["2021-04-02", "2 April 2021"],
    ["2021-12-31", "31 December 2021"],
  ])("prints %s as %j", (date, printed) => {
    expect(formatPartialDate(date)).toBe(printed);
  });
});

describe("agree", () => {
  it.each([
    ["2021", "2021-04-21"],
    ["2021-04-21", "2021-04"],
    ["2021-04", "2021-04"],
  ])("%s and %s can both be true", (a, b) => {
    expect(agree(a, b)).toBe(true);
  });

  it.each([
    ["2021", "2022"],
    ["2021-04", "2021-05-04"],
    ["2021-04-21", "2021-04-22"],
  ])("%s and %s cannot both be true", (a, b) => {
    expect(agree(a, b)).toBe(false);
  });
});
