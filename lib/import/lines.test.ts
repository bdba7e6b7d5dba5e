import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLines } from "./lines";
import { UnreadableFileError } from "./record";
import { chunksOf, collect, withCuts } from "./testing/read-text";

const linesOf = async (text: string, cuts?: number[]) =>
  (await collect(readLines(chunksOf(text, cuts)))).map((line) => line.text);

describe("readLines", () => {
  it("reads LF and CRLF alike, with and without a final newline", async () => {
    expect(await linesOf("one\ntwo\r\nthree")).toEqual(["one", "two", "three"]);
    expect(await linesOf("one\ntwo\r\n")).toEqual(["one", "two"]);
  });

  it("numbers lines from 1, empty ones included", async () => {
    expect(await collect(readLines(chunksOf("one\n\ntwo")))).toEqual([
      { number: 1, text: "one" },
      { number: 2, text: "" },
      { number: 3, text: "two" },
    ]);
  });

  it("yields nothing for an empty text", async () => {
    expect(await linesOf("")).toEqual([]);
  });

  it("drops the carriage return also where a chunk ends between CR and LF", async () => {
    expect(await linesOf("one\r\ntwo", [4])).toEqual(["one", "two"]);
  });

  it("keeps a carriage return within a line", async () => {
    expect(await linesOf("one\rtwo\n")).toEqual(["one\rtwo"]);
  });

  it("gives the same lines wherever the chunks end", async () => {
    const text = fc.string({ unit: fc.constantFrom("a", "é", "🛞", "\r", "\n"), maxLength: 60 });
    const cut = text.chain((whole) => fc.tuple(fc.constant(whole), withCuts(whole)));
    await fc.assert(
      fc.asyncProperty(cut, async ([whole, cuts]) => {
        const expected = whole.split("\n").map((line) => line.replace(/\r$/, ""));
        if (whole === "" || whole.endsWith("\n")) expected.pop();
        expect(await linesOf(whole, cuts)).toEqual(expected);
      }),
    );
  });

  it("refuses a line over the limit and names it, in one chunk or in many", async () => {
    const text = `short\n${"x".repeat(11)}\n`;
    for (const cuts of [[], [8, 10, 12, 14, 16]])
      await expect(collect(readLines(chunksOf(text, cuts), 10))).rejects.toThrow(
        new UnreadableFileError("Line 2 is longer than 10 characters."),
      );
    expect(await collect(readLines(chunksOf(`${"x".repeat(10)}\n`), 10))).toHaveLength(1);
  });

  it("refuses an endless line without reading it to its end", async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1;
        yield "x".repeat(1024 * 1024);
      }
    }
    await expect(collect(readLines(endless()))).rejects.toThrow("Line 1 is longer than 16 Mi characters.");
    expect(given).toBe(17);
  });

  it("reads a long line that comes character by character", async () => {
    async function* drops() {
      for (let index = 0; index < 300_000; index++) yield "x";
    }
    const [line] = await collect(readLines(drops()));
    expect(line?.text.length).toBe(300_000);
  });
});
