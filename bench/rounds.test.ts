import { expect, test } from "vitest";
import { inTurn, ratios, sampledInTurn } from "./rounds";

/** Two sides that write down when they are asked; each answers with how often it was. */
function twoSides() {
  const asked: string[] = [];
  const side = (name: string) => async () => asked.push(name) && asked.filter((one) => one === name).length;
  return { asked, a: side("A"), b: side("B") };
}

test("sides are measured in turn, and the first round does not count", async () => {
  const { asked, a, b } = twoSides();
  expect(await inTurn({ rounds: 2, seconds: 1 }, a, b)).toEqual([
    [2, 3],
    [2, 3],
  ]);
  expect(asked.join("")).toBe("ABABAB");
});

test("samples of a round are taken in turn, every other time the other way round", async () => {
  const { asked, a, b } = twoSides();
  const [ofA, ofB] = await sampledInTurn({ rounds: 1, seconds: 1 }, a, b);
  expect(asked.join("")).toMatch(/^(ABBA)+$/);
  // Both sides were asked alike often before the round and in it, so both have the same middle.
  expect(ratios(ofA, ofB)).toEqual([1]);
  expect(ofA).toEqual([asked.length / 2 - asked.length / 8 + 0.5]);
});
