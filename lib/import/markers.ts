import { type AuthorYearMark, authorYearMarks } from "./author-year-marks";
import { hasNumbers, type Link, type MarkedText, type MarkStyle } from "./mark-style";
import {
  bracketedNumbers,
  isBracketed,
  isDash,
  type NumericGroup,
  numberShown,
  numbersBetween,
  numbersIn,
  raisedNumbers,
} from "./numeric-marks";
import type { ListedReference, ReferenceList } from "./reference-list";
import type { Range } from "./sentences";

/** A mark and the entry of the reference list that it means; a range has one for each. */
export interface Marker extends Range {
  reference: ListedReference;
}

interface UnresolvedMark extends Range {
  problem: string;
}

export interface Markers {
  found: Marker[];
  unresolved: UnresolvedMark[];
}

/** Stands in for what is already understood, so that nothing else is read into it. */
const TAKEN = "\u2022";

/**
 * The citation marks of a paragraph: those that the source has linked, the entries between two links that a dash
 * joins, then numbers and names with years that stand in the text without a link. What cannot be tied to exactly one
 * entry is unresolved.
 */
export function findMarkers(paragraph: MarkedText, list: ReferenceList, style: MarkStyle): Markers {
  const { text, links, raised } = paragraph;
  const markers = readLinks(paragraph, list);
  if (hasNumbers(style.linked)) fillRanges(paragraph, list, markers);
  const free = blank(text, markers.found);
  const groups = [
    ...links.flatMap((link) => (mayBeNumbers(text, link, style) ? (numbersIn(text, link) ?? []) : [])),
    ...(style.printed.brackets ? bracketedNumbers(free) : []),
    ...(style.printed.raised ? raisedNumbers(free, raised) : []),
  ];
  for (const group of groups) addGroup(group, list, markers);
  for (const mark of authorYearMarks(free)) addNamed(mark, list, style, markers);
  const understood = blank(text, [...markers.found, ...markers.unresolved]);
  for (const { start, end } of links)
    if (!understood.slice(start, end).includes(TAKEN))
      markers.unresolved.push({ start, end, problem: "the source does not say which reference it means" });
  return { found: markers.found.sort(byPlace), unresolved: markers.unresolved.sort(byPlace) };
}

/** A mark without a target is a number of the list only when it looks like those with one: it may be a footnote's. */
function mayBeNumbers(text: string, link: Link, { linked }: MarkStyle): boolean {
  if (link.targets.length > 0) return false;
  return (linked.raised && link.isRaised) || (linked.brackets && isBracketed(text, link));
}

function readLinks({ text, links }: MarkedText, list: ReferenceList): Markers {
  const read: Markers = { found: [], unresolved: [] };
  for (const link of links) {
    const place = withoutStraySigns(text, link);
    for (const target of link.targets) {
      const reference = list.get(target);
      if (reference) read.found.push({ ...place, reference });
      else read.unresolved.push({ ...place, problem: "it points to nothing in the reference list" });
    }
  }
  return read;
}

/** Links may hold one bracket of two, or the comma before the next: `Wu et al., 2014)`, `[25,`. */
function withoutStraySigns(text: string, { start, end }: Range): Range {
  const mark = text.slice(start, end);
  const inner = mark.replace(/^[\s,;]+|[\s,;]+$/gu, "");
  const opens = (inner.match(/[([]/gu) ?? []).length;
  const closes = (inner.match(/[)\]]/gu) ?? []).length;
  const strayBefore = opens > closes ? /^[([]\s*/u : /^(?!)/u;
  const strayAfter = closes > opens ? /\s*[)\]]$/u : /(?!)$/u;
  const kept = inner.replace(strayBefore, "").replace(strayAfter, "");
  if (kept === "") return { start, end };
  const from = start + mark.indexOf(kept);
  return { start: from, end: from + kept.length };
}

/** The entries between two links that a dash joins, each marked from the first link to the second. */
function fillRanges({ text, links }: MarkedText, list: ReferenceList, to: Markers): void {
  for (const [index, last] of links.entries()) {
    const first = links[index - 1];
    if (!first || !isDash(text.slice(first.end, last.start))) continue;
    const [from, until] = [first, last].map((link) => numberShown(text.slice(link.start, link.end)));
    const place = { start: first.start, end: last.end };
    for (const number of numbersBetween(from ?? 0, until ?? 0)?.slice(1, -1) ?? []) {
      const reference = list.numbered(number);
      if (reference) to.found.push({ ...place, reference });
      else to.unresolved.push({ ...place, problem: `${number} does not stand in the reference list` });
    }
  }
}

function addGroup({ start, end, marks }: NumericGroup, list: ReferenceList, to: Markers): void {
  const resolved = marks.map((mark) => ({
    mark,
    references: mark.numbers.map((number) => list.numbered(number)),
  }));
  const isWhole = resolved.every(({ references }) => references.length > 0 && !references.includes(null));
  if (!isWhole) {
    to.unresolved.push({ start, end, problem: "not all of its numbers stand in the reference list" });
    return;
  }
  for (const { mark, references } of resolved)
    for (const reference of references)
      if (reference) to.found.push({ start: mark.start, end: mark.end, reference });
}

function addNamed(
  { start, end, named, isPlain }: AuthorYearMark,
  list: ReferenceList,
  style: MarkStyle,
  to: Markers,
): void {
  // Where marks are numbers, a name before a year is seldom one.
  const isNumeric = hasNumbers(style.linked) || hasNumbers(style.printed);
  const resolution = list.named(named);
  if ("reference" in resolution) to.found.push({ start, end, reference: resolution.reference });
  else if (isPlain && !isNumeric) to.unresolved.push({ start, end, problem: resolution.problem });
}

function blank(text: string, ranges: readonly Range[]): string {
  let blanked = "";
  for (const { start, end } of [...ranges].sort(byPlace)) {
    blanked += text.slice(blanked.length, Math.max(blanked.length, start));
    blanked += TAKEN.repeat(Math.max(0, end - blanked.length));
  }
  return blanked + text.slice(blanked.length);
}

const byPlace = (a: Range, b: Range) => a.start - b.start || a.end - b.end;
