import { expect, test } from "vitest";
import { isOutage } from "./outage";

const withCode = (code: string) => Object.assign(new Error("failed"), { code });

test.each([
  withCode("ECONNREFUSED"),
  withCode("57P01"),
  withCode("08006"),
  withCode("ENOTFOUND"),
  withCode("EHOSTUNREACH"),
  new Error("Connection terminated unexpectedly"),
  new Error("timeout expired"),
  new Error("Failed query", { cause: withCode("ECONNRESET") }),
  new AggregateError([withCode("ECONNREFUSED")]),
])("a database that cannot be reached is an outage: %s", (error) => {
  expect(isOutage(error)).toBe(true);
});

test.each([withCode("42P01"), withCode("57014"), new Error("no"), "ECONNREFUSED", null])(
  "%s is not",
  (error) => {
    expect(isOutage(error)).toBe(false);
  },
);
