import { latexText } from "./latex-text";
import type { AuthorEntry } from "./list-authors";

/**
 * The names of an author field of BibTeX, as it is written; braces keep together what they hold. Settings of biblatex
 * among them (`useprefix=false`) are no names.
 */
export function bibtexNames(field: string): AuthorEntry[] {
  return splitOutsideBraces(field, /\s+and(?=\s|$)|;\s/iuy)
    .map((name) => name.replace(/\s+/gu, " ").trim())
    .filter((name) => name !== "" && !/^(?:and|\w+=\w+)$/iu.test(name))
    .map(readName);
}

/** Where the pattern matches outside all braces; it must be sticky. */
function splitOutsideBraces(text: string, pattern: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  // Of a run of spaces only the first is tried, or long runs would be read again and again.
  const isFirst = (at: number) => at === from || !/\s/u.test(text.charAt(at - 1));
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === "{") depth += 1;
    else if (sign === "}") depth = Math.max(0, depth - 1);
    else if (depth === 0 && (sign === ";" || (/\s/u.test(sign) && isFirst(at)))) {
      pattern.lastIndex = at;
      if (!pattern.test(text)) continue;
      parts.push(text.slice(from, at));
      from = pattern.lastIndex;
      at = from - 1;
    }
  }
  return [...parts, text.slice(from)];
}

function readName(name: string): AuthorEntry {
  if (isOneGroup(name)) return { group: latexText(name) };
  const parts = extendedParts(name);
  if (parts) return parts;
  // The last word of "Ian {Iliad Ipswich}" is the whole family name.
  const [, given, family] = /^([^{},]+) (\{[^{}\\]* [^{}\\]*\})$/u.exec(name) ?? [];
  if (given !== undefined && family !== undefined)
    return { given: latexText(given), family: latexText(family) };
  return latexText(name);
}

/** Whether one pair of braces holds all of it: the name of a group. */
function isOneGroup(name: string): boolean {
  if (!name.startsWith("{") || name.startsWith("{\\")) return false;
  let depth = 0;
  for (let at = 0; at < name.length; at += 1) {
    if (name.charAt(at) === "{") depth += 1;
    if (name.charAt(at) === "}") depth -= 1;
    if (depth === 0) return at === name.length - 1;
  }
  return false;
}

/** The parts of `given=Alfred, family=Adler`, as biblatex writes names that nothing else can tell apart. */
function extendedParts(name: string): AuthorEntry | null {
  if (!/\bfamily\s*=/iu.test(name)) return null;
  const parts = new Map(
    splitOutsideBraces(name.replaceAll(",", " ; "), /\s*;\s/iuy).map((part) => {
      const [key = "", ...value] = part.split("=");
      return [
        key.trim().toLowerCase(),
        latexText(value.join("=").replace(/^\s*"|"\s*$/gu, "")).trim(),
      ] as const;
    }),
  );
  const family = [parts.get("prefix"), parts.get("family")].filter(Boolean).join(" ");
  return { family, given: parts.get("given"), suffix: parts.get("suffix") };
}
