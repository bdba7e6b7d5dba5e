import { expect, test } from "vitest";
import type { WarmUpAnswer } from "@/lib/citation/warm-up";
import { WARM_UP_ITEMS } from "@/lib/citation/warm-up-items";
import { formatPassed, isRight, readPassed, readWarmUp, warmUpPath } from "./warm-up-params";

const RIGHT: WarmUpAnswer[] = WARM_UP_ITEMS.map(({ role, polarity, basis }) => ({
  role: role.accepted[0],
  polarity: polarity.accepted[0],
  basis: basis?.accepted[0] ?? null,
}));

test("the right answers to all items come back from the address as they were", () => {
  expect(RIGHT.every((answer, item) => isRight(item, answer))).toBe(true);
  expect(readPassed(formatPassed(RIGHT))).toEqual(RIGHT);
  const query = new URL(warmUpPath(RIGHT.slice(0, 2), "/citers/1"), "http://spokes.test").searchParams;
  expect(readWarmUp(Object.fromEntries(query))).toEqual({ passed: RIGHT.slice(0, 2), answer: null });
});

test("answers from the first wrong one on do not count, nor more answers than there are items", () => {
  const wrong: WarmUpAnswer = { role: "other", polarity: "unclear", basis: null };
  expect(readPassed(formatPassed([RIGHT[0] ?? wrong, wrong, RIGHT[2] ?? wrong]))).toEqual([RIGHT[0]]);
  expect(readPassed(formatPassed([...RIGHT, wrong]))).toEqual(RIGHT);
  expect(readPassed(undefined)).toEqual([]);
  expect(readPassed("nonsense~~~.")).toEqual([]);
});

test("half an answer is none", () => {
  expect(readWarmUp({ role: "dataset" }).answer).toBeNull();
  expect(readWarmUp({ role: "dataset", polarity: "neutral", basis: "guessed" }).answer).toEqual({
    role: "dataset",
    polarity: "neutral",
    basis: null,
  });
});
