/** A word with the space before it; Chinese and Japanese write no spaces and may be cut after any character. */
const WORD =
  /\s*(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]\p{M}*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+)/gu;

const DANGLING = /(?<![\s,;:.–—-])[\s,;:.–—-]+$/u;

/**
 * The beginning of a text, at most `max` UTF-16 units long with the "…" that marks a cut. The cut falls
 * between words; only a first word that is itself too long is cut, between two characters as a reader sees
 * them, so that neither an accent nor an emoji comes apart. White space is collapsed. A `max` below one
 * counts as one.
 */
export function excerpt(text: string, max: number): string {
  const whole = text.replace(/\s+/gu, " ").trim();
  if (whole.length <= max) return whole;
  const room = Math.max(0, max - 1);
  const kept = fitting(wordsOf(whole), room) || fitting(graphemesOf(whole), room);
  return `${kept.replace(DANGLING, "") || kept}…`;
}

/** As many pieces from the start as fit into `room`. */
function fitting(pieces: Iterable<string>, room: number): string {
  let kept = "";
  for (const piece of pieces) {
    if (kept.length + piece.length > room) break;
    kept += piece;
  }
  return kept;
}

function* wordsOf(text: string): Generator<string> {
  for (const [word] of text.matchAll(WORD)) yield word;
}

function* graphemesOf(text: string): Generator<string> {
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text))
    yield segment;
}
