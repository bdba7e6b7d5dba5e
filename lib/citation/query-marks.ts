import type { Query } from "@/lib/citation/query";

/** A letter, digit or mark; a word is a run of them, as full text search takes it. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Without case and accents, so that what search finds alike is alike here. */
const fold = (word: string) => word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

interface Word {
  start: number;
  end: number;
  folded: string;
}

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: fold(match[0]),
  }));

/**
 * Where a text says the free words of a query: the words that begin with one of its words, and its phrases whole.
 * Half-open ranges in UTF-16 units, for `markText`; terms that leave something out mark nothing.
 */
export function queryMarks(text: string, { terms }: Query): { start: number; end: number }[] {
  const words = wordsIn(text);
  return terms
    .flatMap((term) => {
      if (term.key !== "text" || term.not) return [];
      const wanted = wordsIn(term.text).map(({ folded }) => folded);
      if (term.phrase) return phrasesAmong(words, wanted);
      return words.filter(({ folded }) => wanted.some((beginning) => folded.startsWith(beginning)));
    })
    .map(({ start, end }) => ({ start, end }));
}

function phrasesAmong(words: readonly Word[], wanted: readonly string[]): { start: number; end: number }[] {
  if (wanted.length === 0) return [];
  return words.flatMap((first, i) => {
    const last = words[i + wanted.length - 1];
    const isHere = wanted.every((word, k) => words[i + k]?.folded === word);
    return isHere && last ? [{ start: first.start, end: last.end }] : [];
  });
}
