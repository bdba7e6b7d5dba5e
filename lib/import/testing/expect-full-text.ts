import fc from "fast-check";
import { expect } from "vitest";
import { type Parsed, UnreadableFileError } from "../record";
import { chunksOf, collect, damaged, expectSound, ofKind, withCuts } from "./read-text";

type Parse = (chunks: AsyncIterable<string>) => AsyncGenerator<Parsed>;

/** The contexts as lines: section, cited work, and the sentence with `⟦⟧` around its marks. */
export function contextLines(parsed: readonly Parsed[]): string[] {
  return ofKind(parsed, "context").map(({ section = "", hub, text, markers = [] }) => {
    const marked = [...markers]
      .reverse()
      .reduce(
        (said, { start, end }) => `${said.slice(0, start)}⟦${said.slice(start, end)}⟧${said.slice(end)}`,
        text,
      );
    return `${section} → ${hub}: ${marked}`;
  });
}

/** Fails unless what is read makes sense: sound records, every key has its work, no context without its citation. */
export function expectWhole(parsed: readonly Parsed[]): void {
  for (const item of parsed) expectSound(item);
  const works = new Set(ofKind(parsed, "work").map(({ key }) => key));
  const citations = new Set(ofKind(parsed, "citation").map(({ citing, hub }) => `${citing} ${hub}`));
  expect(ofKind(parsed, "citation").every(({ citing, hub }) => works.has(citing) && works.has(hub))).toBe(
    true,
  );
  expect(
    ofKind(parsed, "reference").every(({ citing, cited }) => works.has(citing) && works.has(cited)),
  ).toBe(true);
  for (const { citing, hub, text, markers = [] } of ofKind(parsed, "context")) {
    expect(citations.has(`${citing} ${hub}`)).toBe(true);
    expect(markers.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
  }
}

/** Fails unless the text is read the same wherever its chunks end. */
export async function expectSameInChunks(parse: Parse, text: string): Promise<void> {
  const expected = await collect(parse(chunksOf(text)));
  await fc.assert(
    fc.asyncProperty(withCuts(text), async (cuts) => {
      expect(await collect(parse(chunksOf(text, cuts)))).toEqual(expected);
    }),
    { numRuns: 40 },
  );
}

/** Fails unless any damage to the text leads to sound records or to a refusal, and to the same ones again. */
export async function expectSurvivesDamage(parse: Parse, text: string): Promise<void> {
  const read = async (spoilt: string) => {
    const parsed: Parsed[] = [];
    try {
      for await (const item of parse(chunksOf(spoilt))) parsed.push(item);
      return { parsed, refusal: null };
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      return { parsed, refusal: error.message };
    }
  };
  await fc.assert(
    fc.asyncProperty(damaged(text), async (spoilt) => {
      const first = await read(spoilt);
      expectWhole(first.parsed);
      expect(await read(spoilt)).toEqual(first);
    }),
    { numRuns: 150 },
  );
}
