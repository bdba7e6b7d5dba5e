import {
  bracketedNumbers,
  isBracketed,
  type NumericGroup,
  numberShown,
  raisedNumbers,
} from "./numeric-marks";
import type { ReferenceList } from "./reference-list";
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

/** The ways to print a number as a mark: `[3]`, and raised. */
export interface NumberLook {
  brackets: boolean;
  raised: boolean;
}

/** How a paper marks its citations by numbers; names and years are always understood. */
export interface MarkStyle {
  /** The look of the numbers that its source has linked; other numbers are something else there, as in `F[1,12]`. */
  linked: NumberLook;
  /** The look of its numbers when nothing at all is linked. */
  printed: NumberLook;
}

/**
 * How the paragraphs of a paper mark their citations: as its links do; without links, by the kind of mark that names
 * at least half of the reference list, which figures in brackets with another meaning never do.
 */
export function markStyleOf(paragraphs: readonly MarkedText[], list: ReferenceList): MarkStyle {
  const none = { brackets: false, raised: false };
  const links = paragraphs.flatMap(({ text, links }) =>
    links.flatMap((link) => {
      const number = numberShown(text.slice(link.start, link.end));
      const [target, another] = link.targets;
      // A figure without a target may be the mark of a footnote.
      const reference = list.get(target ?? "");
      if (number === null || !reference) return [];
      const isRight = another !== undefined || reference.number === number;
      return [{ isRight, isRaised: link.isRaised, isBracketed: isBracketed(text, link) }];
    }),
  );
  // Numbers that links contradict were counted wrongly, so that none of them can be trusted.
  if (links.some(({ isRight }) => !isRight)) return { linked: none, printed: none };
  if (paragraphs.some((paragraph) => paragraph.links.length > 0)) {
    const brackets = links.some((link) => link.isBracketed);
    return { linked: { brackets, raised: links.some(({ isRaised }) => isRaised) }, printed: none };
  }
  const brackets = namesHalf(
    paragraphs.flatMap(({ text }) => bracketedNumbers(text)),
    list,
  );
  const raised = namesHalf(
    paragraphs.flatMap(({ text, raised }) => raisedNumbers(text, raised)),
    list,
  );
  return { linked: none, printed: { brackets, raised } };
}

/** Whether numbers of either look are marks at all. */
export const hasNumbers = ({ brackets, raised }: NumberLook) => brackets || raised;

function namesHalf(groups: readonly NumericGroup[], list: ReferenceList): boolean {
  const numbers = groups.flatMap(({ marks }) => marks.flatMap((mark) => mark.numbers));
  const named = new Set(numbers.filter((number) => list.numbered(number) !== null));
  return named.size > 0 && named.size * 2 >= list.references.length;
}
