/** Elements that sources leave in titles: those of HTML by name, and any with a namespace (`jats:`, `mml:`). */
const TAG =
  /<\/?(?:[a-z]+:[a-z]+|i|b|u|p|em|strong|sub|sup|sc|scp|tt|span|br|div|math|mi|mo|mn|mrow|title|italic|bold)(?:\s[^<>]*)?\/?>/giu;

const CHARACTER_REFERENCE = /&(?:amp|lt|gt|quot|apos|nbsp);/giu;

/** `\emph{`, `\textbf {`: the command goes, its argument stays. An accent before a letter (`\"o`) goes too. */
const LATEX_COMMAND = /\\[a-z]+\s*(?=\{)|\\["'`^~=.]/giu;

/** The signs that only lay text out: braces, dollars, a backslash before a name, raised and lowered figures. */
const LATEX_SIGN = /[{}$\\]|[_^](?=[{\d])/gu;

/**
 * Accents and the like, which belong to no one script. Vowel signs of the Indic scripts belong to theirs and
 * stay, and so do the Japanese voicing marks, which make another letter.
 */
const ACCENT = /(?![\u3099\u309A])\p{Script=Inherited}/gu;

/** Latin letters that Unicode does not take apart, and what sources without them write. */
const LATIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["ı", "i"],
]);

const UNSPACED_CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu;
const CHARACTERS_PER_WORD = 2;

const LONGEST_SLUG = 80;

/**
 * Brings a title, or a name, into the form in which two sources agree: compatibility forms resolved (NFKD),
 * accents gone, lower case, letters and digits of any script kept, anything else one space. Tags, LaTeX
 * commands and braces vanish without a space, so that H<sub>2</sub>O, H$_2$O and H₂O are one word. May come
 * out empty. Normalising twice changes nothing.
 */
export function normaliseTitle(title: string): string {
  return title
    .replace(TAG, "")
    .replace(CHARACTER_REFERENCE, " ")
    .replace(LATEX_COMMAND, "")
    .replace(LATEX_SIGN, "")
    .normalize("NFKD")
    .replace(ACCENT, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/gu, (letter) => LATIN_LETTERS.get(letter) ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()
    .normalize("NFC");
}

/**
 * How many words a normalised title has. Words stand between spaces; Chinese and Japanese write none, so
 * there every two characters count as a word, about what a Chinese word has, and an odd one out as a whole.
 * Thai and its neighbours count as one word for each run, so that such titles rather seem short than long.
 */
export function titleWords(normalised: string): number {
  const unspaced = normalised.match(UNSPACED_CHARACTER)?.length ?? 0;
  const spaced = normalised.replace(UNSPACED_CHARACTER, " ").match(/\S+/gu)?.length ?? 0;
  return spaced + Math.ceil(unspaced / CHARACTERS_PER_WORD);
}

/**
 * The part of an address that stands for a title: ASCII letters and digits in words joined by hyphens, at
 * most 80 characters, cut after a word. A title without any such letter gives `hub`. Two titles may give
 * the same slug; the caller keeps them apart.
 */
export function slugify(title: string): string {
  const words = normaliseTitle(title).match(/[a-z0-9]+/gu) ?? [];
  let slug = words[0]?.slice(0, LONGEST_SLUG) ?? "hub";
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > LONGEST_SLUG) break;
    slug += `-${word}`;
  }
  return slug;
}

/** Titles of fewer words are shared by too many works to tell one by. */
const TELLING_WORDS = 4;

/** Whether a normalised title is long enough to tell a work by, with its year and first author. */
export function isTellingTitle(normalised: string): boolean {
  return titleWords(normalised) >= TELLING_WORDS;
}
