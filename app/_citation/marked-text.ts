/** A run of text, marked or not. `at` is where it begins in the whole, in UTF-16 units. */
export interface TextRun {
  at: number;
  text: string;
  marked: boolean;
}

/**
 * Cuts a text at the borders of ranges (half-open, in UTF-16 units), so that the runs read in order give the text
 * again. Ranges that overlap or touch become one, what lies outside the text is dropped, and a border inside a
 * surrogate pair moves outwards.
 */
export function markText(text: string, ranges: readonly { start: number; end: number }[]): TextRun[] {
  const runs: TextRun[] = [];
  let reached = 0;
  const push = (from: number, to: number, marked: boolean) => {
    if (to > from) runs.push({ at: from, text: text.slice(from, to), marked });
    reached = Math.max(reached, to);
  };
  for (const { start, end } of joined(text, ranges)) {
    push(reached, start, false);
    push(start, end, true);
  }
  push(reached, text.length, false);
  return runs;
}

function joined(
  text: string,
  ranges: readonly { start: number; end: number }[],
): { start: number; end: number }[] {
  const within = ranges
    .map(({ start, end }) => ({ start: border(text, start, -1), end: border(text, end, 1) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const result: { start: number; end: number }[] = [];
  for (const range of within) {
    const last = result.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else result.push(range);
  }
  return result;
}

/** The place, brought into the text and out of the middle of a character. */
function border(text: string, place: number, outwards: -1 | 1): number {
  const inside = Math.min(Math.max(place, 0), text.length);
  const splitsPair =
    /[\uD800-\uDBFF]/.test(text[inside - 1] ?? "") && /[\uDC00-\uDFFF]/.test(text[inside] ?? "");
  return splitsPair ? inside + outwards : inside;
}
