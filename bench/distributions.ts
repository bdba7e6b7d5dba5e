/**
 * How a citation graph looks, as quantiles at 0 %, 5 %, … 100 %: those of the papers and of the reference lists of a
 * graph of 18,041 papers and 94,973 citations. A value is drawn evenly between two neighbours.
 */
export const PUBLICATION_YEARS = [
  1985, 1993, 1997, 1999, 2001, 2002, 2004, 2004, 2005, 2005, 2006, 2006, 2007, 2008, 2008, 2009, 2009, 2010,
  2010, 2011, 2011,
];
export const REFERENCES_OF_A_CITER = [
  1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 9, 10, 11, 12, 13, 14, 16, 17, 20, 23, 88,
];
export const WORDS_OF_A_TITLE = [1, 4, 5, 5, 6, 6, 7, 7, 7, 8, 8, 8, 9, 9, 10, 10, 11, 11, 12, 14, 32];
export const LETTERS_OF_A_WORD = [1, 2, 2, 3, 3, 4, 4, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 11, 11, 13, 20];
export const TIMES_CITED = [0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8, 11, 17, 28, 847];

/** A whole number with such quantiles, from a number of [0, 1). */
export function draw(quantiles: readonly number[], random: number): number {
  const place = random * (quantiles.length - 1);
  const low = quantiles[Math.floor(place)] ?? 0;
  const high = quantiles[Math.floor(place) + 1] ?? low;
  return Math.floor(low + (place % 1) * (high - low + (high > low ? 1 : 0)));
}
