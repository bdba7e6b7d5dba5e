import { expect, test } from "vitest";
import { UserError } from "@/lib/errors";
import { MOST_WORKS, readWorks } from "./read-works";

test("a work is named by an identifier or an address, and is one work however often it is named", () => {
  expect(
    readWorks(
      " doi:10.5555/lamps\r\n\nhttps://doi.org/10.5555/LAMPS?utm=1\nhttps://arxiv.org/abs/2104.10350v2\n",
    ),
  ).toEqual([
    { scheme: "doi", value: "10.5555/lamps" },
    { scheme: "arxiv", value: "2104.10350" },
  ]);
});

test("a line that names no work, nothing at all and too many are refused in words", () => {
  expect(() => readWorks("doi:10.5555/lamps\nhttps://example.org/paper")).toThrow(
    /"https:\/\/example.org\/paper" names no work/,
  );
  expect(() => readWorks(" \n ")).toThrow(UserError);
  const many = Array.from({ length: MOST_WORKS + 1 }, (_, n) => `doi:10.5555/w${n}`).join("\n");
  expect(() => readWorks(many)).toThrow(`Name at most ${MOST_WORKS}`);
});
