import type { Range } from "./sentences";

/** One number of a mark, or a range of numbers, with its place in the text. */
interface NumericMark extends Range {
  numbers: readonly number[];
}

/** All numbers within one pair of brackets, or raised together: they are citations together or not at all. */
export interface NumericGroup extends Range {
  marks: readonly NumericMark[];
}

/** A longer range ("[1–500]") is no citation. */
const LONGEST_RANGE = 100;

const DASH = "[-–—‐‑−⁻]";
const ITEM = String.raw`\^?\d{1,4}(?:\s*${DASH}\s*\d{1,4})?`;
const LIST = String.raw`${ITEM}(?:\s*[,;]\s*${ITEM}){0,99}`;
const WORDS_BEFORE = String.raw`(?:(?:see|cf\.|refs?\.|references?|e\.g\.,?)\s+)?`;
const PLACE_AFTER = String.raw`(?:,\s*(?:pp?|figs?|secs?|sections?|chap|chapter|eqs?|theorem|table)\b\.?\s?[^[\]]{1,30})?`;
/** `F[1,12]` is a statistic. */
const NOT_A_SYMBOL = String.raw`(?<!(?:^|[^\p{L}])\p{L})`;
const BRACKETED = new RegExp(
  String.raw`${NOT_A_SYMBOL}\[\s*${WORDS_BEFORE}(?<list>${LIST})${PLACE_AFTER}\s*\]`,
  "giu",
);
const WHOLE_LIST = new RegExp(`^${LIST}$`, "u");
const ONE_ITEM = new RegExp(ITEM, "gu");

const RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The text with raised figures as plain ones; every place stays where it is. */
function withPlainDigits(text: string): string {
  return text.replace(/[⁰¹²³⁴-⁹]/gu, (digit) => String(RAISED_DIGITS.indexOf(digit)));
}

/** The number that a linked mark shows: `3`, `[3]`, `³`, `(3)`; null when it shows anything else. */
export function numberShown(mark: string): number | null {
  const [, digits] = /^[\s[(,;]*(\d{1,4})[\s\]),;.]*$/u.exec(withPlainDigits(mark)) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** Whether what stands between two linked marks makes a range of them: `[3]–[7]`, `3-7`. */
export function isDash(between: string): boolean {
  return new RegExp(String.raw`^[\s\])]*${DASH}[\s[(]*$`, "u").test(between);
}

/** The numbers from one to another, both included; null when that is no range of citations. */
export function numbersBetween(from: number, to: number): number[] | null {
  if (from < 1 || to <= from || to - from > LONGEST_RANGE) return null;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The numbers of a linked mark that shows nothing else: `[3,5]`, `3–7`. */
export function numbersIn(text: string, { start, end }: Range): NumericGroup | null {
  const mark = withPlainDigits(text.slice(start, end));
  const list = mark.replace(/^[\s[(,;]+|(?<![\s\]),;.])[\s\]),;.]+$/gu, "");
  return WHOLE_LIST.test(list) ? group(list, start + mark.indexOf(list), { start, end }) : null;
}

/** Whether a mark stands in brackets, its own or those of a group. */
export function isBracketed(text: string, { start, end }: Range): boolean {
  return (
    /[[(][^\p{L}[\]()]*$/u.test(text.slice(Math.max(0, start - 60), start)) ||
    /^[[(]|[\])]$/u.test(text.slice(start, end))
  );
}

/** Marks in square brackets: `[3]`, `[3,5]`, `[3–7]`, `[see 3, 5-7]`, `[^3]`. */
export function bracketedNumbers(text: string): NumericGroup[] {
  return [...text.matchAll(BRACKETED)].map((match) => {
    const { index, 0: found } = match;
    const list = match.groups?.list ?? "";
    return group(list, index + found.indexOf(list), { start: index, end: index + found.length });
  });
}

/** Words before which a raised figure is an exponent: units, and names of one or two letters. */
const BEFORE_EXPONENT =
  /(?:^|[^\p{L}])(?:\p{L}{1,2}|[kcm]?mol|chi|sin|cos|tan|log|exp)$|[\d⁰¹²³⁴-⁹+×·*)\]]$/u;

/** Raised figures that may be marks: `cells³,⁵`, `done.³–⁷`, but not `cm²`, `x²` or `10³`. */
export function raisedNumbers(text: string, raised: readonly Range[]): NumericGroup[] {
  return raised.flatMap((range) => {
    const list = withPlainDigits(text.slice(range.start, range.end));
    if (!WHOLE_LIST.test(list)) return [];
    const before = text.slice(Math.max(0, range.start - 10), range.start);
    return before === "" || BEFORE_EXPONENT.test(before) ? [] : [group(list, range.start, range)];
  });
}

function group(list: string, at: number, { start, end }: Range): NumericGroup {
  const marks = [...list.matchAll(ONE_ITEM)].map(({ index, 0: item }) => {
    const [from = 0, to] = (item.match(/\d+/gu) ?? []).map(Number);
    const numbers = to === undefined ? [from] : (numbersBetween(from, to) ?? []);
    return { start: at + index, end: at + index + item.length, numbers };
  });
  return { start, end, marks };
}
