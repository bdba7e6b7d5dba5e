import { ALWAYS_GO_ON, GO_ON_BEFORE_A_FIGURE, isInitial, STARTERS } from "./abbreviations";

/** Half-open range in UTF-16 units. */
export interface Range {
  start: number;
  end: number;
}

/** Longer texts are no prose; they are cut here first, at white space, so that time stays in proportion. */
const LONGEST_RUN = 20_000;
/** A bracket that closes later than this is taken for a slip of the pen. */
const LONGEST_BRACKET = 300;

/** How much is looked at on either side of a place. */
const NEAR = 40;

/** Stands for every character of a range that must stay whole: neither letter nor end of a sentence to the segmenter. */
const MASK = "\u2022";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/**
 * The sentences of a paragraph of scholarly prose, each with the white space after it, so that joined they give the
 * text back. No sentence ends within a range of `whole` (the citation marks, in order, not overlapping), nor between a
 * full stop and the mark behind it: `end.[12] We` keeps the mark with what it stands behind.
 * By the rules of Unicode (UAX 29, as Intl.Segmenter has them), mended for abbreviations, initials, brackets,
 * numbered headings and full stops without a space.
 */
export function splitSentences(text: string, whole: readonly Range[] = []): Range[] {
  const marks = mergeAdjacent(text, whole);
  const masked = mask(text, marks);
  const bracketed = insideBrackets(masked);
  const ends = [...candidateEnds(masked)]
    .map((end) => behindMarks(text, marks, end))
    .filter((end): end is number => end !== null && end < text.length && bracketed[end] === 0);
  const sentences: Range[] = [];
  let start = 0;
  for (const end of [...new Set(ends)].sort((a, b) => a - b)) {
    if (end <= start || goesOn(text.slice(start, end), text.slice(end, end + NEAR))) continue;
    sentences.push({ start, end });
    start = end;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

/** Where a sentence may end: what the segmenter says, and full stops after which a space was lost. */
function* candidateEnds(masked: string): Generator<number> {
  for (let from = 0; from < masked.length; ) {
    const to = endOfRun(masked, from);
    for (const { index } of segmenter.segment(masked.slice(from, to))) if (index > 0) yield from + index;
    if (from > 0) yield from;
    from = to;
  }
  for (const { index, 0: found } of masked.matchAll(LOST_SPACE)) yield index + found.length;
  for (const { index, 0: found } of masked.matchAll(BEFORE_SENTENCE_MARK)) yield index + found.length;
}

/** `labour markets.The first`, `in 1998] .The earliest`: a word of the sentence before, and one that begins the next. */
const LOST_SPACE = /(?<=\s(?!www)\p{Ll}{3,20}|[\])”\u2022]\s?)[.?!](?=\p{Lu}\p{Ll}*(?:\s|,\s))/gu;

/** `It broke. [12] showed that`: the mark is the subject of a new sentence. */
const BEFORE_SENTENCE_MARK = /(?<=\p{Ll}{3})[.?!]\s+(?=\u2022+\s+\p{Ll})/gu;

function endOfRun(text: string, from: number): number {
  const limit = from + LONGEST_RUN;
  if (limit >= text.length) return text.length;
  const space = text.lastIndexOf(" ", limit);
  if (space > from) return space + 1;
  return /[\uD800-\uDBFF]/.test(text[limit - 1] ?? "") ? limit + 1 : limit;
}

/** Marks that only commas, dashes or brackets part are one. */
function mergeAdjacent(text: string, ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const { start, end } of ranges) {
    const last = merged.at(-1);
    if (last && (start <= last.end || /^[\s,;[\]()–—-]{1,6}$/u.test(text.slice(last.end, start))))
      last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged.map((range) => withBrackets(text, range));
}

/** The brackets right around a mark belong to it. */
function withBrackets(text: string, { start, end }: Range): Range {
  const isOpen = start > 0 && "[(".includes(text.charAt(start - 1));
  const isClosed = end < text.length && "])".includes(text.charAt(end));
  return isOpen && isClosed ? { start: start - 1, end: end + 1 } : { start, end };
}

function mask(text: string, ranges: readonly Range[]): string {
  let masked = "";
  let reached = 0;
  for (const { start, end } of ranges) {
    masked += text.slice(reached, start) + MASK.repeat(Math.max(0, end - Math.max(start, reached)));
    reached = Math.max(reached, end);
  }
  // A line break is a space here: paragraphs have been told apart before.
  return (masked + text.slice(reached)).replace(/\s/gu, " ");
}

/**
 * Where the sentence ends that seems to end here: behind the mark that follows a full stop, or nowhere, when the mark
 * is part of a sentence that goes on ("et al. [12]").
 */
function behindMarks(text: string, marks: readonly Range[], end: number): number | null {
  const mark = rangeAt(marks, end);
  if (!mark) return end;
  const before = text.slice(Math.max(0, mark.start - NEAR), mark.start);
  if (!/[.?!]["”’)\]]*\s*$/u.test(before) || goesOn(before, "[1]")) return null;
  const after = text.slice(mark.end, mark.end + NEAR);
  if (/^\s*$/u.test(after)) return null;
  if (/^\s+\p{Ll}/u.test(after)) return mark.start;
  const [tail = ""] = /^["”’)\]]*\s*/u.exec(after) ?? [];
  return /^["“‘([]?\s?[\p{Lu}\p{N}]/u.test(after.slice(tail.length)) ? mark.end + tail.length : null;
}

/** The range that holds the place, its start included; the ranges are in order. */
function rangeAt(ranges: readonly Range[], place: number): Range | undefined {
  let from = 0;
  let to = ranges.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ranges[middle]?.end ?? 0) <= place) from = middle + 1;
    else to = middle;
  }
  const range = ranges[from];
  return range && range.start <= place ? range : undefined;
}

/** 1 for every place between brackets that close soon; what opens after a full stop may hold sentences, and has 0. */
function insideBrackets(masked: string): Uint8Array {
  const inside = new Uint8Array(masked.length);
  const open: number[] = [];
  for (let at = 0; at < masked.length; at++) {
    const sign = masked.charAt(at);
    if (sign === "(" || sign === "[") open.push(at);
    if (sign !== ")" && sign !== "]") continue;
    const start = open.pop();
    if (start === undefined || at - start > LONGEST_BRACKET) continue;
    if (!/(?:^|[.?!]\s*)$/u.test(masked.slice(Math.max(0, start - 3), start)))
      inside.fill(1, start + 1, at + 1);
  }
  return inside;
}

/** Whether what looks like the end of a sentence is none. */
function goesOn(sentence: string, next: string): boolean {
  const end = sentence.slice(-NEAR).trimEnd();
  if (!end.endsWith(".")) return /^\p{Ll}/u.test(next) && /\p{L}$/u.test(end);
  if (sentence.length < NEAR && /^[\s([]*(?:\p{N}{1,3}|[ivxIVX]{1,4}|\p{L})\.$/u.test(end)) return true;
  const word = (/[\p{L}.]+$/u.exec(end)?.[0] ?? "").slice(0, -1).toLowerCase();
  if (ALWAYS_GO_ON.has(word)) return true;
  if (GO_ON_BEFORE_A_FIGURE.has(word)) return /^\s*[\p{N}\p{Ll}([#§]|^\s*[IVX]+\b/u.test(next);
  const [first = ""] = /^["“(]?\p{L}+/u.exec(next.trimStart()) ?? [];
  if (/^\s*\p{Lu}\.[\s\p{Lu}-]/u.test(next)) return isInitial(end);
  return isInitial(end) && /^\p{Lu}/u.test(first) && !STARTERS.has(first.toLowerCase());
}
