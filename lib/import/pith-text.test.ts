import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePithText } from "./pith-text";
import { UnreadableFileError } from "./record";
import { PAGE } from "./testing/pith-page";
import { chunksOf, collect, damaged, expectSound, ofKind, withCuts } from "./testing/read-text";

const parse = (text: string, cuts?: number[]) => collect(parsePithText(chunksOf(text, cuts)));

describe("the saved text", () => {
  it("reads the same with CRLF, a final newline, and wherever chunks end", async () => {
    const expected = await parse(PAGE);
    expect(await parse(PAGE.replaceAll("\n", "\r\n"))).toEqual(expected);
    expect(await parse(`${PAGE}\n`)).toEqual(expected);
    await fc.assert(
      fc.asyncProperty(withCuts(PAGE), async (cuts) => {
        expect(await parse(PAGE, cuts)).toEqual(expected);
      }),
    );
  });

  it.each([
    ["no hub", PAGE.replace("hub\n", "")],
    ["a hub without a title", PAGE.replace("Wheels and the Wear of Roads\n", "")],
    ["nothing at all", ""],
  ])("is refused in one line when it holds %s", async (_, text) => {
    await expect(parse(text)).rejects.toThrow(
      new UnreadableFileError('The text has no line "hub" with a title after it.'),
    );
  });

  it("is refused in one line when it lists no papers", async () => {
    const error = new UnreadableFileError('The text has no papers under the line "citing papers explorer".');
    await expect(parse(PAGE.slice(0, PAGE.indexOf("citing papers explorer")))).rejects.toThrow(error);
    await expect(parse(`${PAGE.slice(0, PAGE.indexOf("\nGravel: A"))}\n-\n`)).rejects.toThrow(error);
  });

  it("leaves out a summary that is too long, and rejects a title that is", async () => {
    const parsed = await parse(`${PAGE}\n${"A summary. ".repeat(600)}\n-\n${"Long ".repeat(500)}`);
    expect(ofKind(parsed, "citation")).toHaveLength(3);
    expect(ofKind(parsed, "warning")).toContainEqual({
      kind: "warning",
      where: "line 25",
      message: "The summary is too long and is left out.",
    });
    expect(ofKind(parsed, "rejected")).toEqual([
      { kind: "rejected", where: "line 28", reason: "The title is too long." },
    ]);
  });

  it("gives sound records or the parser's own error, whatever was done to it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged(PAGE), fc.string({ unit: "binary" })), async (text) => {
        const outcome = await parse(text).catch((error: unknown) => error);
        if (Array.isArray(outcome)) outcome.forEach(expectSound);
        else expect(outcome).toBeInstanceOf(UnreadableFileError);
      }),
      { numRuns: 250 },
    );
  });
});

describe("the real page that the project began with", () => {
  it("holds one hub, 36 citing papers and background 3 of 36", async ({ skip }) => {
    const file = join(import.meta.dirname, "../../../shared/data/pith/carbon-emissions-hub.txt");
    skip(!existsSync(file), "the saved hub page ../shared/data/pith/carbon-emissions-hub.txt is not there");
    const parsed = await parse(readFileSync(file, "utf8"));
    expect(ofKind(parsed, "hub")).toHaveLength(1);
    expect(ofKind(parsed, "work")).toHaveLength(37);
    expect(new Set(ofKind(parsed, "citation").map((item) => item.citing)).size).toBe(36);
    expect(ofKind(parsed, "work").filter((work) => work.fields.summary)).toHaveLength(36);
    const counts = ofKind(parsed, "reported_count");
    expect(counts.map(({ axis, value, count, total }) => [axis, value, count, total])).toEqual([
      ["citers", "citing papers", 36, undefined],
      ["role", "background", 3, 36],
    ]);
    expect(ofKind(parsed, "rejected")).toEqual([]);
    expect(ofKind(parsed, "warning")).toEqual([
      expect.objectContaining({ message: expect.stringContaining("only repeats the abstract") }),
    ]);
  });
});
