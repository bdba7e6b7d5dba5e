import { type HeadlineFigures, requirePossible } from "@/lib/citation/headline-figures";
import {
  coverageSentence,
  type HeadlinePart,
  polaritySentence,
  roleSentence,
  unsettledSentence,
} from "@/lib/citation/headline-sentences";

/** The headline in parts, and the same words as plain text. */
export interface Headline {
  parts: readonly HeadlinePart[];
  text: string;
}

/**
 * The sentences under a hub's title: how it is used, how it is judged, how many citers are not labelled. Each
 * names its axis. "Mostly" is said when the 95 % Wilson interval of the largest share lies above one half and
 * above that of the next; "most often" when only the latter; of fewer than ten citers nothing but counts.
 * Suggestions are called so. Throws a RangeError on figures that cannot be.
 */
export function headline(figures: HeadlineFigures): Headline {
  requirePossible(figures);
  const values = [roleSentence(figures), polaritySentence(figures)].filter((pieces) => pieces.length > 0);
  const sentences = [
    ...(values.length > 0 ? values : [unsettledSentence(figures)]),
    coverageSentence(figures),
  ];
  const parts: HeadlinePart[] = [];
  for (const sentence of sentences.filter((pieces) => pieces.length > 0)) {
    if (parts.length > 0) parts.push({ text: " ", emphasis: false });
    parts.push(...sentence);
  }
  return { parts, text: parts.map(({ text }) => text).join("") };
}
