import type { Passage } from "./passage";
import type { XmlNode } from "./read-xml";
import { type Dialect, readParagraph, targetsIn } from "./xml-paragraph";
import { childrenOf, plainTextOf } from "./xml-text";

const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));

const DIALECT: Dialect = {
  targetsOf: ({ name, attributes }) =>
    name === "ref" && attributes.type === "bibr" ? targetsIn(attributes.target) : null,
  shiftOf: ({ name, attributes }) => {
    if (name !== "hi" && name !== "ref") return null;
    const [, way] = /\b(sup|sub)(?:erscript|script)\b/u.exec(attributes.rend ?? "") ?? [];
    return way === "sup" || way === "sub" ? way : null;
  },
  blocks: set("figure table list note p div"),
  formulas: set("math"),
  displayed: set("formula"),
  silent: set("graphic ptr anchor coords"),
  spaced: set("s lb"),
};

/** Elements that are one paragraph each. */
const PARAGRAPHS = set("p ab head figDesc item note quote");

const SKIPPED = set("listBibl label formula graphic");

/** The paragraphs, captions, notes and table rows below the given elements, with the headings that they stand under. */
export function listTeiPassages(parts: readonly XmlNode[]): Passage[] {
  const passages: Passage[] = [];
  for (const part of parts) visit(part, undefined, passages);
  return passages.filter(({ text }) => text !== "");
}

function visit(node: XmlNode, section: string | undefined, passages: Passage[]): void {
  if (SKIPPED.has(node.name)) return;
  const cells = node.name === "row" ? childrenOf(node, "cell") : [];
  if (PARAGRAPHS.has(node.name) || cells.length > 0) {
    const { passage, blocks } = readParagraph(node, DIALECT, section, cells);
    passages.push(passage);
    for (const block of blocks) visit(block, section, passages);
    return;
  }
  const inner = headingOf(node, section);
  for (const child of node.children) if (typeof child !== "string") visit(child, inner, passages);
}

function headingOf(node: XmlNode, section: string | undefined): string | undefined {
  const heading = plainTextOf(childrenOf(node, "head")[0])?.replace(/[.:]$/u, "");
  if (node.name === "figure") return heading ?? section;
  const own = node.name === "div" ? heading : undefined;
  return [section, own].filter((part) => part !== undefined).join(" › ") || undefined;
}
