import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorSeconds } from "@/lib/testing/processor-seconds";
import { detectFormat, formatByName } from "./formats";
import { type Parsed, UnreadableFileError } from "./record";
import { JSON_FILES } from "./testing/json-files";
import { chunksOf, collect, damaged, expectSound, withCuts } from "./testing/read-text";

function formatCalled(name: string) {
  const format = formatByName(name);
  if (!format) throw new Error(`there is no format ${name}`);
  return format;
}

const read = (name: string, text: string, cuts?: readonly number[]) =>
  collect(formatCalled(name).parse(chunksOf(text, cuts)));

describe.each(Object.entries(JSON_FILES))("a file of the format %s", (name, text) => {
  it("is told from all others by its content, however it is laid out", () => {
    expect(detectFormat(text)?.name).toBe(name);
    expect(detectFormat(JSON.stringify(JSON.parse(text), null, 2).replaceAll("\n", "\r\n"))?.name).toBe(name);
    expect(detectFormat(`\uFEFF ${text}`)?.name).toBe(name);
  });

  it("is told when its answers were recorded with their addresses", () => {
    const pages = [{ url: "https://example.org/?x=1", status: "200", body: JSON.parse(text) }];
    expect(detectFormat(JSON.stringify(pages))?.name).toBe(name);
  });

  it("reads alike as it came, laid out, recorded, on lines, and wherever the chunks end", async () => {
    const value: unknown = JSON.parse(text);
    const kept = async (changed: string, cuts?: readonly number[]) =>
      withoutPlaces(await read(name, changed, cuts));
    const whole = await kept(text);
    expect(await kept(JSON.stringify(value, null, 2))).toBe(whole);
    expect(await kept(JSON.stringify([{ url: "https://example.org", status: 200, body: value }]))).toBe(
      whole,
    );
    const documents = Array.isArray(value) ? value : [value];
    expect(await kept(documents.map((one) => JSON.stringify(one)).join("\n"))).toBe(whole);
    await fc.assert(
      fc.asyncProperty(withCuts(text), async (cuts) => {
        expect(await kept(text, cuts)).toBe(whole);
      }),
      { numRuns: 30 },
    );
  });

  it("gives sound records, every one of whose works is described", async () => {
    const parsed = await read(name, text);
    parsed.forEach(expectSound);
    const described = new Set(parsed.flatMap((one) => (one.kind === "work" ? [one.key] : [])));
    const named = parsed.flatMap((one) => [
      ...("work" in one ? [one.work] : []),
      ...("hub" in one ? [one.hub] : []),
      ...("citing" in one ? [one.citing] : []),
      ...("cited" in one ? [one.cited] : []),
    ]);
    expect(named.filter((key) => !described.has(key))).toEqual([]);
  });

  it("is refused with a line of its own or read soundly, whatever is wrong with it", async () => {
    const broken = fc.oneof(damaged(text), withAnyValue(text));
    await fc.assert(
      fc.asyncProperty(broken, async (raw) => {
        const outcome = await read(name, raw).catch((error: unknown) => error);
        if (Array.isArray(outcome)) outcome.forEach(expectSound);
        else expect(outcome).toBeInstanceOf(UnreadableFileError);
      }),
      { numRuns: 150 },
    );
  }, 20_000);

  it.each([
    ["a text of 100 MB", '"x'],
    ["100 MB of brackets", "["],
    ["100 MB of objects", '{"a":'],
    ["an element of millions of values", "[[1,"],
    ["millions of members", '{"a":1'],
    ["millions of entries", "1,"],
  ])("that goes on with %s is refused in less than 2 s", async (_, start) => {
    async function* file() {
      yield `[${start}`;
      const piece = (REPEATED[start] ?? start).repeat(256 * 1024);
      for (let sent = 0; sent < 100 * 1024 * 1024; sent += piece.length) yield piece;
    }
    const reading = () =>
      expect(collect(formatCalled(name).parse(file()))).rejects.toThrow(UnreadableFileError);
    expect(await processorSeconds(reading)).toBeLessThan(2);
  });
});

/** What goes on after such a beginning. */
const REPEATED: Readonly<Record<string, string>> = { '"x': "x", "[[1,": "1,", '{"a":1': ',"b":{}' };

/** Records as text, without the places that change with the layout. */
function withoutPlaces(parsed: readonly Parsed[]): string {
  const text = JSON.stringify(parsed, (name, value: unknown) => (name === "where" ? undefined : value));
  return text.replaceAll(", body.", ", ");
}

/** The text with the value of one member replaced by any JSON. */
function withAnyValue(text: string): fc.Arbitrary<string> {
  const members = [...text.matchAll(/"[\w-]+":\s*/g)].map((match) => match.index + match[0].length);
  const value = fc.oneof(
    fc.jsonValue({ stringUnit: "binary" }),
    fc.string({ unit: "binary" }),
    fc.constant(1e300),
  );
  return fc.tuple(fc.constantFrom(...members), value).map(([at, any]) => {
    for (let end = at + 1; end <= text.length; end++) {
      try {
        JSON.parse(text.slice(at, end));
        const changed = text.slice(0, at) + JSON.stringify(any) + text.slice(end);
        JSON.parse(changed);
        return changed;
      } catch {
        // The value does not end here yet.
      }
    }
    return text;
  });
}
