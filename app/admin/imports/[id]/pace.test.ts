import { expect, test } from "vitest";
import { paceOf } from "./pace";

test("the pace is what was done since the phase began, and the rest at that pace", () => {
  expect(paceOf({ phase: "works", done: 400, total: 1000, since: 10_000, at: 12_000 })).toEqual({
    rate: 200,
    secondsLeft: 3,
  });
});

test("nothing is said before there is a rate, and no time left without a total", () => {
  expect(paceOf({ phase: "works", done: 0, total: 10, since: 5, at: 5 })).toEqual({
    rate: null,
    secondsLeft: null,
  });
  expect(paceOf({ phase: "reading", done: 50, total: null, since: 0, at: 1000 }).secondsLeft).toBeNull();
});
