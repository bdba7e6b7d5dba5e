import { expect, test } from "vitest";
import { coCitedStrength } from "./co-cited-strength";

test("the strength is what cites both over the geometric mean of what cites each", () => {
  expect(coCitedStrength({ citers: 6, otherCiters: 9 }, 16)).toBe(0.5);
});

test.each([
  ["the other's citers are not known", { citers: 6, otherCiters: null }, 16],
  ["the other has no citer with a reference list", { citers: 6, otherCiters: 0 }, 16],
  ["more cite both than are known to cite the other", { citers: 6, otherCiters: 5 }, 16],
  ["no reference list is known", { citers: 0, otherCiters: 5 }, 0],
])("there is no strength when %s", (_, work, withReferences) => {
  expect(coCitedStrength(work, withReferences)).toBeNull();
});
