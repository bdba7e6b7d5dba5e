import { describe, expect, it } from "vitest";
import { ReadingTally } from "./reading-tally";
import { UnreadableFileError } from "./record";

describe("the tally of a file", () => {
  it("refuses one of which nothing was read, with the first reason", () => {
    const tally = new ReadingTally();
    tally.refuse("entry 1", "is an error");
    tally.refuse("entry 2", "is another");
    expect(() => tally.end("papers")).toThrow("The file holds no papers: entry 1 is an error.");
    tally.works = 1;
    expect(() => tally.end("papers")).not.toThrow();
  });

  it.each([
    [0, 1000, "More than 1,000 entries of the file cannot be read: entry 1 is a number."],
    [1, 100_000, "More than 100,000 entries of the file cannot be read: entry 1 is a number."],
  ])("with %i works allows %i refusals", (works, allowed, message) => {
    const tally = new ReadingTally();
    tally.works = works;
    for (let n = 0; n < allowed; n++) tally.refuse("entry 1", "is a number");
    expect(() => tally.refuse("entry 2", "is a number")).toThrow(new UnreadableFileError(message));
  });
});
