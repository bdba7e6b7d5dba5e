/** Declarations of a file's own are passed over here, so that the reader of its format can refuse them by name. */
const BEFORE_ROOT = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^<>[]*(?:\[[\s\S]*?\]\s*)?>/uy;

/** The name of the first element of an XML text, without its prefix; null when the text does not begin like XML. */
export function rootName(head: string): string | null {
  let at = head.startsWith("\uFEFF") ? 1 : 0;
  for (BEFORE_ROOT.lastIndex = at; BEFORE_ROOT.test(head); ) at = BEFORE_ROOT.lastIndex;
  return /^<(?:[\w.-]+:)?([\w.-]+)(?=[\s/>])/u.exec(head.slice(at, at + 200))?.[1] ?? null;
}
