import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorSeconds } from "@/lib/testing/processor-seconds";
import { detectFormat, formatByName } from "./formats";
import { type Parsed, UnreadableFileError } from "./record";
import { LIST_FILES } from "./testing/list-files";
import { chunksOf, collect, damaged, expectSound, ofKind, withCuts } from "./testing/read-text";

const FILES = Object.entries(LIST_FILES);

function parse(name: string, chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  const format = formatByName(name);
  if (!format) throw new Error(`there is no format ${name}`);
  return format.parse(chunks);
}

const read = (name: string, text: string, cuts?: readonly number[]) =>
  collect(parse(name, chunksOf(text, cuts)));

describe.each(FILES)("a file of the format %s", (name, text) => {
  it("is told from all others by its content, with CRLF and a byte order mark too", () => {
    expect(detectFormat(text)?.name).toBe(name);
    expect(detectFormat(`\uFEFF${text.replaceAll("\n", "\r\n")}`)?.name).toBe(name);
  });

  it("gives a work and a listing for each entry, sound and without empty fields", async () => {
    const parsed = await read(name, text);
    for (const one of parsed) expectSound(one);
    const listed = ofKind(parsed, "listed").map(({ work }) => work);
    expect(listed.length).toBeGreaterThan(0);
    const works = ofKind(parsed, "work");
    expect(listed.every((key) => works.some((work) => work.key === key))).toBe(true);
    for (const { fields } of works)
      expect(
        Object.values(fields).filter((value) => value === "" || (Array.isArray(value) && value.length === 0)),
      ).toEqual([]);
  });

  it("reads alike wherever the chunks end, and with CRLF", async () => {
    const whole = await read(name, text);
    expect(await read(name, text.replaceAll("\n", "\r\n"))).toEqual(whole);
    await fc.assert(
      fc.asyncProperty(withCuts(text), async (cuts) => {
        expect(await read(name, text, cuts)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it("is refused with a line of its own or read soundly, whatever is wrong with it", async () => {
    await fc.assert(
      fc.asyncProperty(damaged(text), async (broken) => {
        try {
          for (const one of await read(name, broken)) expectSound(one);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFileError);
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ["a line of 100 MB", "x"],
    ["a line of 100 MB of braces", "{"],
    ["a line of 100 MB of quotation marks", '"'],
    ["a line of 100 MB of tags", "<a>"],
    ["a line of commas", ","],
  ])("followed by %s is refused, or loses that entry, in less than 2 s", async (_, sign) => {
    async function* file() {
      yield text;
      const piece = sign.repeat(1024 * 1024);
      for (let index = 0; index < 100 / sign.length; index += 1) yield piece;
    }
    const reading = () => expect(collect(parse(name, file()))).rejects.toThrow(UnreadableFileError);
    expect(await processorSeconds(reading)).toBeLessThan(2);
  });
});
