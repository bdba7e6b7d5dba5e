import { type InlineRun, parseInline, plainText } from "@/lib/citation/inline-markup";

/** A piece of an abstract: in which styles it is set, and which claims its words make. */
export interface ClaimedRun extends InlineRun {
  /** Where it begins in the plain text of the abstract, paragraphs being parted by one sign. */
  at: number;
  /** The numbers of the claims in whose words it lies. */
  claims: readonly number[];
  /** The numbers of the claims whose words end with it. */
  closes: readonly number[];
}

export interface QuotedClaim {
  number: number;
  /** The words of the abstract that make the claim; with or without markup. */
  quote: string | null;
}

/** An abstract in paragraphs, each cut wherever a style or the words of a claim begin or end. */
export function claimedParagraphs(abstract: string, claims: readonly QuotedClaim[]): ClaimedRun[][] {
  let begin = 0;
  return paragraphsOf(parseInline(abstract)).map((runs) => {
    const text = runs.map((run) => run.text).join("");
    const pieces = claimedRuns(runs, text, claims).map((piece) => ({ ...piece, at: begin + piece.at }));
    begin += text.length + 1;
    return pieces;
  });
}

function claimedRuns(runs: readonly InlineRun[], text: string, claims: readonly QuotedClaim[]): ClaimedRun[] {
  const spans = claims.flatMap(({ number, quote }) => {
    const words = quote === null ? "" : plainText(quote);
    const start = words === "" ? -1 : text.indexOf(words);
    return start === -1 ? [] : [{ number, start, end: start + words.length }];
  });
  const borders = spans.flatMap(({ start, end }) => [start, end]);
  const pieces: ClaimedRun[] = [];
  let from = 0;
  for (const { text: whole, styles } of runs) {
    for (const piece of cutAt(
      whole,
      borders.map((place) => place - from),
    )) {
      const at = from + piece.at;
      const end = at + piece.text.length;
      pieces.push({
        at,
        text: piece.text,
        styles,
        claims: spans.filter((span) => span.start <= at && end <= span.end).map(({ number }) => number),
        closes: spans.filter((span) => span.end === end).map(({ number }) => number),
      });
    }
    from += whole.length;
  }
  return pieces;
}

/** The text cut at places; those outside it cut nothing. */
function cutAt(text: string, places: readonly number[]): { at: number; text: string }[] {
  const cuts = [...new Set([0, ...places.filter((place) => place > 0 && place < text.length), text.length])];
  cuts.sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => ({ at: cuts[i] ?? 0, text: text.slice(cuts[i], end) }));
}

function paragraphsOf(runs: readonly InlineRun[]): InlineRun[][] {
  const paragraphs: InlineRun[][] = [[]];
  for (const { text, styles } of runs)
    for (const [i, line] of text.split(/\n+/).entries()) {
      if (i > 0) paragraphs.push([]);
      if (line !== "") paragraphs.at(-1)?.push({ text: line, styles });
    }
  return paragraphs.filter((paragraph) => paragraph.some(({ text }) => text.trim() !== ""));
}
