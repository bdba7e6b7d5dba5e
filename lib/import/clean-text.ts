/** What is wrong with a text so that it cannot be kept at all, or null. */
export function textProblem(raw: string): string | null {
  if (!UNUSUAL.test(raw)) return null;
  if (raw.includes("\0")) return "contains a NUL character";
  if (/[\uD800-\uDFFF]/u.test(raw)) return "contains half of a surrogate pair";
  return null;
}

/** Control characters but tab and newline, and surrogates: most texts have none and need no closer look. */
const UNUSUAL = /[^\t\n\u0020-\uD7FF\uE000-\uFFFF]/;

/** One line: trimmed, without control characters, every run of white space one space. Idempotent. */
export function foldLine(raw: string): string {
  const text = withoutControls(raw);
  return (/\s{2}|[^\S ]/.test(text) ? text.replace(/\s+/g, " ") : text).trim();
}

/** Paragraphs parted by an empty line, each folded to one line. Idempotent. */
export function foldParagraphs(raw: string): string {
  const text = withoutControls(raw);
  if (!text.includes("\n")) return foldLine(text);
  return text
    .split(/\n\s*\n/)
    .map(foldLine)
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

/**
 * The text with no control character but tab and newline; carriage returns, form feeds and vertical tabs become
 * newlines. White space is left as it is, so that places in the text can still be told. Never longer. Idempotent.
 */
export function withoutControls(raw: string): string {
  if (!UNUSUAL.test(raw)) return raw;
  return raw.replace(/\r\n?|[\f\v]/g, "\n").replace(/[^\t\n\u0020-\uFFFF]/g, "");
}

/** The first `max` UTF-16 units at most, never half of a surrogate pair, without space at the end. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  return text
    .slice(0, max)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trimEnd();
}
