import fc from "fast-check";
import { expect } from "vitest";
import { z } from "zod";
import { textProblem, withoutControls } from "../clean-text";
import { ImportRecord, ListedRecord, type Parsed, Rejection, Warning } from "../record";

/** A text as one chunk, or as chunks that end at the given places. */
export async function* chunksOf(text: string, cuts: readonly number[] = []): AsyncGenerator<string> {
  const places = [0, ...[...cuts].sort((a, b) => a - b), text.length];
  for (const [index, from] of places.slice(0, -1).entries()) yield text.slice(from, places[index + 1]);
}

/** All that a generator yields. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** Those of one kind. */
export function ofKind<Kind extends Parsed["kind"]>(parsed: readonly Parsed[], kind: Kind) {
  return parsed.filter((item): item is Extract<Parsed, { kind: Kind }> => item.kind === kind);
}

const AnyParsed = z.union([Rejection, Warning, ListedRecord, ImportRecord]);

/** Fails unless the item is as the records promise: valid, trimmed, and storable as text. */
export function expectSound(item: Parsed): void {
  expect(AnyParsed.parse(item)).toStrictEqual(item);
  const unfit = stringsIn(item).filter(
    (text) => textProblem(text) !== null || withoutControls(text) !== text,
  );
  expect(unfit).toEqual([]);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** A text with places where it may be cut into chunks. */
export function withCuts(text: string): fc.Arbitrary<number[]> {
  return fc.array(fc.nat({ max: text.length }), { maxLength: 20 });
}

/** A text of which some pieces were replaced by anything, also by halves of surrogate pairs. */
export function damaged(text: string): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "\0",
      "\\u0000",
      "\\ud800",
      "\ud800",
      '"',
      "{",
      "}",
      "\n",
      "\r",
      '"__proto__":1,',
      "null",
      "1e999",
    ),
  );
  const edit = fc.record({ at: fc.nat({ max: text.length }), length: fc.nat({ max: 30 }), piece });
  return fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) =>
      edits.reduce(
        (whole, { at, length, piece }) => whole.slice(0, at) + piece + whole.slice(at + length),
        text,
      ),
    );
}
