import { withThousands } from "@/lib/citation/count";
import { cutText } from "./clean-text";
import type { FullText } from "./full-text";
import { markStyleOf } from "./mark-style";
import { findMarkers, type Marker, type Markers } from "./markers";
import type { Passage } from "./passage";
import { present } from "./present";
import { readablePassages } from "./readable-passages";
import type { Parsed } from "./record";
import type { ReferenceList } from "./reference-list";
import { quote, warning } from "./remark";
import { type Range, splitSentences } from "./sentences";

/** What a record holds at most. */
const TEXT_LIMIT = 10_000;
const SECTION_LIMIT = 500;
const MARKER_LIMIT = 100;

/** Several times what the longest book holds. */
const MARK_LIMIT = 20_000;

/** The sentences of a paper that mark a citation, once for each work that is cited there, and what could not be read. */
export function* listContexts(paper: FullText, citing: string, list: ReferenceList): Generator<Parsed> {
  const { passages, problem } = readablePassages(paper.passages);
  if (problem !== null) yield warning(paper.where, problem);
  const style = markStyleOf(passages, list);
  let position = 0;
  let marks = 0;
  for (const passage of passages) {
    const markers = findMarkers(passage, list, style);
    if (markers.found.length === 0 && markers.unresolved.length === 0) continue;
    marks += markers.found.length + markers.unresolved.length;
    if (marks > MARK_LIMIT) {
      yield warning(
        paper.where,
        `has more than ${withThousands(MARK_LIMIT)} citation marks; the others are not read`,
      );
      return;
    }
    const sentences = passage.isRow
      ? [{ start: 0, end: passage.text.length }]
      : splitSentences(passage.text, merged([...markers.found, ...markers.unresolved]));
    yield* contextsIn(markers, { paper, citing, passage, sentences, index: 0, position });
    position += sentences.length;
  }
}

function* contextsIn(markers: Markers, place: Place): Generator<Parsed> {
  const found = new Cursor(markers.found);
  const unresolved = new Cursor(markers.unresolved);
  for (const [index, sentence] of place.sentences.entries()) {
    const here = { ...place, index, position: place.position + index + 1 };
    yield* contextsOf(found.takeBefore(sentence.end), here);
    for (const { start, end, problem } of unresolved.takeBefore(sentence.end)) {
      const mark = quote(place.passage.text.slice(start, end));
      yield warning(whereOf(here), `The mark ${mark} is left out: ${problem}.`);
    }
  }
}

interface Place {
  paper: FullText;
  citing: string;
  passage: Passage;
  sentences: readonly Range[];
  index: number;
  /** Counts the sentences of all paragraphs with marks. */
  position: number;
}

function* contextsOf(found: readonly Marker[], place: Place): Generator<Parsed> {
  const byWork = new Map<string, Marker[]>();
  for (const marker of found)
    for (const work of marker.reference.works) {
      const markers = byWork.get(work);
      if (markers) markers.push(marker);
      else byWork.set(work, [marker]);
    }
  for (const [hub, markers] of byWork) yield contextOf(hub, markers, place);
}

function contextOf(hub: string, markers: readonly Marker[], place: Place): Parsed {
  const { paper, citing, passage, sentences, index, position } = place;
  const sentence = windowOf(passage.text, trimmed(passage.text, sentences[index]), markers);
  const neighbour = (range: Range | undefined) => {
    const { start, end } = trimmed(passage.text, range);
    return cutText(passage.text.slice(start, end), TEXT_LIMIT);
  };
  return {
    kind: "context",
    hub,
    citing,
    text: passage.text.slice(sentence.start, sentence.end),
    ...present({
      before: neighbour(sentences[index - 1]),
      after: neighbour(sentences[index + 1]),
      section: passage.section && cutText(passage.section, SECTION_LIMIT),
      markers: spansIn(sentence, markers),
    }),
    position,
    source: paper.source,
    ifHub: true,
  };
}

/** The sentence without the space around it; what is longer than a record holds is cut around its first mark. */
function windowOf(text: string, sentence: Range, markers: readonly Marker[]): Range {
  if (sentence.end - sentence.start <= TEXT_LIMIT) return sentence;
  const from = Math.max(sentence.start, (markers[0]?.start ?? 0) - TEXT_LIMIT / 2);
  const start = from === sentence.start ? from : text.indexOf(" ", from) + 1;
  const cut = cutText(text.slice(start, sentence.end), TEXT_LIMIT);
  const isWhole = start + cut.length >= sentence.end;
  const space = isWhole ? -1 : cut.lastIndexOf(" ");
  return trimmed(text, { start, end: start + (space > 0 ? space : cut.length) });
}

/** The places of the marks in their sentence; those that overlap are one. */
function spansIn({ start, end }: Range, markers: readonly Marker[]): Range[] {
  const inside = markers.filter((marker) => start <= marker.start && marker.end <= end);
  return merged(inside)
    .map((span) => ({ start: span.start - start, end: span.end - start }))
    .slice(0, MARKER_LIMIT);
}

function trimmed(text: string, range: Range | undefined): Range {
  if (!range) return { start: 0, end: 0 };
  const said = text.slice(range.start, range.end);
  const start = range.start + said.length - said.trimStart().length;
  return { start, end: Math.max(start, range.start + said.trimEnd().length) };
}

/** Ranges in order, those that overlap made one. */
function merged(ranges: readonly Range[]): Range[] {
  const whole: Range[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else whole.push({ start, end });
  }
  return whole;
}

/** Marks in their order, handed out sentence by sentence. */
class Cursor<Mark extends Range> {
  private reached = 0;

  constructor(private readonly marks: readonly Mark[]) {}

  takeBefore(end: number): Mark[] {
    const from = this.reached;
    while (this.reached < this.marks.length && (this.marks[this.reached]?.start ?? end) < end)
      this.reached += 1;
    return this.marks.slice(from, this.reached);
  }
}

const whereOf = ({ paper, passage, sentences, index }: Place) => {
  const { start, end } = trimmed(passage.text, sentences[index]);
  const section = passage.section ? `, ${cutText(passage.section, 80)}` : "";
  return `${paper.where}${section}, ${quote(passage.text.slice(start, end))}`;
};
