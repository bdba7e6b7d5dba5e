import { type AuthorYearMark, authorYearMarks } from "./author-year-marks";
import {
  bracketedNumbers,
  isDash,
  type NumericGroup,
  numberShown,
  numbersBetween,
  raisedNumbers,
} from "./numeric-marks";
import type { ListedReference, ReferenceList } from "./reference-list";
import type { Range } from "./sentences";

/** A mark that its source has tied to entries of the reference list; to none where the source does not know. */
export interface Link extends Range {
  targets: readonly string[];
  isRaised: boolean;
}

/** A paragraph, as far as marks are looked for in it. */
export interface MarkedText {
  text: string;
  /** In the order of the text. */
  links: readonly Link[];
  /** What is set raised, in the order of the text. */
  raised: readonly Range[];
}

/** How a paper marks its citations beside names and years, which are always understood. */
export interface MarkStyle {
  brackets: boolean;
  raised: boolean;
}

/** A mark and the entry of the reference list that it means; a range has one for each. */
export interface Marker extends Range {
  reference: ListedReference;
}

export interface UnresolvedMark extends Range {
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
  const { found, unresolved } = readLinks(paragraph, list);
  if (style.brackets || style.raised) fillRanges(paragraph, list, { found, unresolved });
  const free = blank(paragraph.text, found);
  const groups = [
    ...(style.brackets ? bracketedNumbers(free) : []),
    ...(style.raised ? raisedNumbers(free, paragraph.raised) : []),
  ];
  for (const group of groups) addGroup(group, list, { found, unresolved });
  for (const mark of authorYearMarks(free)) addNamed(mark, list, style, { found, unresolved });
  const understood = blank(paragraph.text, [...found, ...unresolved]);
  for (const { start, end } of paragraph.links)
    if (!understood.slice(start, end).includes(TAKEN))
      unresolved.push({ start, end, problem: "the source does not say which reference it means" });
  return { found: found.sort(byPlace), unresolved: unresolved.sort(byPlace) };
}

/**
 * How the paragraphs of a paper mark their citations: as its links do; without links, by the kind of mark that names
 * at least half of the reference list, which figures in brackets with another meaning never do.
 */
export function markStyleOf(paragraphs: readonly MarkedText[], list: ReferenceList): MarkStyle {
  const links = paragraphs.flatMap(({ text, links }) =>
    links.flatMap((link) => {
      const number = numberShown(text.slice(link.start, link.end));
      const [target, another] = link.targets;
      // A figure without a target may be the mark of a footnote.
      if (number === null || target === undefined) return [];
      const isRight = another !== undefined || list.get(target)?.number === number;
      return [{ isRight, isRaised: link.isRaised }];
    }),
  );
  // Numbers that links contradict were counted wrongly, so that none of them can be trusted.
  if (links.some(({ isRight }) => !isRight)) return { brackets: false, raised: false };
  const hasLinks = paragraphs.some((paragraph) => paragraph.links.length > 0);
  const names = (groupsOf: (paragraph: MarkedText) => NumericGroup[]) =>
    !hasLinks && namesHalf(paragraphs.flatMap(groupsOf), list);
  return {
    brackets: links.some(({ isRaised }) => !isRaised) || names(({ text }) => bracketedNumbers(text)),
    raised:
      links.some(({ isRaised }) => isRaised) || names(({ text, raised }) => raisedNumbers(text, raised)),
  };
}

function namesHalf(groups: readonly NumericGroup[], list: ReferenceList): boolean {
  const numbers = groups.flatMap(({ marks }) => marks.flatMap((mark) => mark.numbers));
  const named = new Set(numbers.filter((number) => list.numbered(number) !== null));
  return named.size > 0 && named.size * 2 >= list.references.length;
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
  const isNumeric = style.brackets || style.raised;
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
