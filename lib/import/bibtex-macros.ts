import type { Piece } from "./bibtex-entry";
import { cutText } from "./clean-text";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** So many abbreviations are remembered, each of so many characters: doubling ones would fill the memory. */
const MOST = 20_000;
const LONGEST = 10_000;

/** The abbreviations of a BibTeX file: those of the months, and those that the file has defined so far. */
export class BibtexMacros {
  private readonly texts = new Map(MONTHS.map((month) => [month.slice(0, 3).toLowerCase(), month]));
  private readonly missed = new Set<string>();

  /** Remembers what a word stands for from here on. */
  define(name: string, pieces: readonly Piece[]): void {
    if (this.texts.size < MOST || this.texts.has(name))
      this.texts.set(name, cutText(this.expand(pieces).text, LONGEST));
  }

  /**
   * The value of a field. Words that are not defined are left out, and those met for the first time are told;
   * `keepWords` leaves them in, for a year or the name of a month written without braces.
   */
  expand(pieces: readonly Piece[] = [], keepWords = false): { text: string; missing: string[] } {
    const missing: string[] = [];
    const texts = pieces.map((piece) => {
      if ("text" in piece) return piece.text;
      const known = this.texts.get(piece.word.toLowerCase());
      if (known !== undefined) return known;
      if (keepWords || /^\d+$/u.test(piece.word)) return piece.word;
      if (this.missed.size < MOST && !this.missed.has(piece.word)) missing.push(piece.word);
      this.missed.add(piece.word);
      return "";
    });
    return { text: texts.join(""), missing };
  }
}
