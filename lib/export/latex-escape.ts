import { type InlineStyle, parseInline } from "@/lib/citation/inline-markup";

const COMMANDS: ReadonlyMap<string, string> = new Map([
  ["\\", "\\textbackslash{}"],
  ["~", "\\textasciitilde{}"],
  ["^", "\\textasciicircum{}"],
  ["`", "\\textasciigrave{}"],
  // BibTeX counts braces even behind a backslash, so a single one would end the entry.
  ["{", "\\textbraceleft{}"],
  ["}", "\\textbraceright{}"],
]);

/** Plain text as LaTeX: signs that LaTeX reads are escaped, and those that it would join (`--`, `''`) kept apart. */
export function escapeLatex(text: string): string {
  return text
    .replace(/[\\~^`{}%&#_$]/gu, (sign) => COMMANDS.get(sign) ?? `\\${sign}`)
    .replace(/-(?=-)|'(?=')/gu, (sign) => `${sign}{}`);
}

const STYLE_COMMANDS: Readonly<Record<Exclude<InlineStyle, "math">, string>> = {
  i: "textit",
  b: "textbf",
  sub: "textsubscript",
  sup: "textsuperscript",
};

/** A title or an abstract, with the markup that sources leave in it, as LaTeX on one line. */
export function latexOfMarkup(raw: string): string {
  return parseInline(raw)
    .map(({ text, styles }) =>
      styles.reduceRight(
        (inner, style) => (style === "math" ? inner : `\\${STYLE_COMMANDS[style]}{${inner}}`),
        styles.includes("math") ? latexFormula(text) : escapeLatex(text),
      ),
    )
    .join("")
    .replace(/\s+/gu, " ")
    .trim();
}

/** A formula as it is written, where it cannot upset what stands around it. */
function latexFormula(text: string): string {
  return /[$%#]/u.test(text) || !hasEvenBraces(text) ? escapeLatex(text) : `$${text}$`;
}

function hasEvenBraces(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
