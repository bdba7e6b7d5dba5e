/**
 * A registrant is `10.` and four to nine digits, which further numbers may divide; after the first slash
 * anything printable may stand (DOI Handbook, section 2.2).
 */
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/[^\s\p{Cc}\p{Cf}\p{Cs}]+$/u;

const TRAILING = /[\s.,;:!?'"’”»/]+$/u;

const CLOSING_BRACKETS: ReadonlyMap<string, string> = new Map([
  [")", "("],
  ["]", "["],
  ["}", "{"],
  [">", "<"],
]);

/**
 * Brings a bare DOI (no address, no `doi:` before it) into the form that is stored and compared: percent
 * signs decoded, punctuation of the sentence around it dropped, lower case, because DOIs ignore case.
 * Returns null when it is no DOI. A normalised DOI comes back as it went in.
 */
export function normaliseDoi(raw: string): string | null {
  const doi = withoutTrailingPunctuation(decodeFully(raw).trim()).toLowerCase();
  return DOI.test(doi) ? doi : null;
}

/** Addresses are sometimes encoded twice, so this decodes until nothing changes; a stray % stays. */
function decodeFully(text: string): string {
  let current = text;
  while (current.includes("%")) {
    const decoded = decodeOnce(current);
    if (decoded === current) break;
    current = decoded;
  }
  return current;
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not percent-encoded after all: then the sign belongs to the text.
    return text;
  }
}

/** A closing bracket goes only when nothing opened it: DOIs such as `10.1000/(ISSN)` end with one. */
function withoutTrailingPunctuation(text: string): string {
  let current = text.replace(TRAILING, "");
  while (endsWithLooseBracket(current)) current = current.slice(0, -1).replace(TRAILING, "");
  return current;
}

function endsWithLooseBracket(text: string): boolean {
  const closing = text.slice(-1);
  const opening = CLOSING_BRACKETS.get(closing);
  return opening !== undefined && text.split(closing).length > text.split(opening).length;
}
