import { foldLine } from "./clean-text";
import { type Range, splitSentences } from "./sentences";

/** A sentence of a passage in which a mark stands, with the places of the mark in it. */
export interface MarkedSentence {
  text: string;
  before: string | undefined;
  after: string | undefined;
  markers: Range[];
}

/**
 * The sentences of a passage that hold a mark as it is printed, in their order; line breaks and doubled spaces make no
 * difference. None when the mark does not stand in the passage: it is never looked for in another form.
 */
export function findMarker(passage: string, marker: string): MarkedSentence[] {
  const text = foldLine(passage);
  const places = placesOf(foldLine(marker), text);
  const sentences = splitSentences(text, places);
  const read = (range: Range | undefined) => range && text.slice(range.start, range.end).trim();
  return sentences.flatMap((sentence, index) => {
    const inside = places.filter(({ start }) => sentence.start <= start && start < sentence.end);
    if (inside.length === 0) return [];
    const said = text.slice(sentence.start, sentence.end);
    const from = sentence.start + said.length - said.trimStart().length;
    return {
      text: said.trim(),
      before: read(sentences[index - 1]),
      after: read(sentences[index + 1]),
      markers: inside.map(({ start, end }) => ({ start: start - from, end: end - from })),
    };
  });
}

/** "Ash 2019" does not stand in "Birch-Ash 2019a". */
function placesOf(marker: string, text: string): Range[] {
  const places: Range[] = [];
  for (
    let start = nextPlace(marker, text, 0);
    start !== -1;
    start = nextPlace(marker, text, start + marker.length)
  ) {
    const end = start + marker.length;
    const isPart =
      (/^[\p{L}\d]/u.test(marker) && /[\p{L}\d-]$/u.test(text.slice(Math.max(0, start - 1), start))) ||
      (/[\p{L}\d]$/u.test(marker) && /^[\p{L}\d]/u.test(text.slice(end, end + 1)));
    if (!isPart) places.push({ start, end });
  }
  return places;
}

const nextPlace = (marker: string, text: string, from: number) =>
  marker === "" ? -1 : text.indexOf(marker, from);
