import { describe, expect, test } from "vitest";
import { backOff, readRetryAfter } from "./back-off";

describe("waiting before the next attempt", () => {
  test("waits twice as long after each failure, less up to a half at random", () => {
    expect([1, 2, 3].map((attempt) => backOff(attempt, 0))).toEqual([1000, 2000, 4000]);
    expect([1, 2, 3].map((attempt) => backOff(attempt, 0.5))).toEqual([750, 1500, 3000]);
    expect(backOff(1, 0.999)).toBeGreaterThan(500);
  });

  test("Retry-After is read as seconds and as a date", () => {
    const now = Date.parse("2026-01-02T03:04:05Z");
    expect(readRetryAfter("7", now)).toBe(7000);
    expect(readRetryAfter("Fri, 02 Jan 2026 03:04:15 GMT", now)).toBe(10_000);
    expect(readRetryAfter("Fri, 02 Jan 2026 03:04:00 GMT", now)).toBe(0);
  });

  test("a Retry-After that cannot be read is none", () => {
    expect([null, "", "soon", "-1x"].map((header) => readRetryAfter(header, 0))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
