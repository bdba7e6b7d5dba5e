import type { Passage } from "./passage";
import type { XmlNode } from "./read-xml";
import { type Dialect, readParagraph, targetsIn } from "./xml-paragraph";
import { childrenOf, plainTextOf } from "./xml-text";

const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));

const DIALECT: Dialect = {
  targetsOf: ({ name, attributes }) =>
    name === "xref" && attributes["ref-type"] === "bibr" ? targetsIn(attributes.rid) : null,
  shiftOf: ({ name }) => (name === "sup" || name === "sub" ? name : null),
  blocks: set(
    "fig fig-group table-wrap table-wrap-group boxed-text supplementary-material list def-list disp-quote fn sec statement " +
      "verse-group speech p media graphic",
  ),
  formulas: set("inline-formula math tex-math"),
  displayed: set("disp-formula disp-formula-group"),
  silent: set("object-id inline-graphic index-term target annotation private-char"),
  spaced: set("break"),
};

/** Elements that are one paragraph each. */
const PARAGRAPHS = set("p title attrib verse-line td th");

/** Elements that hold no prose of the paper. */
const SKIPPED = set("ref-list object-id label permissions alternatives contrib-group");

/** The paragraphs, captions, notes and table rows below the given elements, with the headings that they stand under. */
export function listJatsPassages(parts: readonly XmlNode[]): Passage[] {
  const passages: Passage[] = [];
  for (const part of parts) for (const child of elementsOf(part)) visit(child, undefined, passages);
  return passages.filter(({ text }) => text !== "");
}

function visit(node: XmlNode, section: string | undefined, passages: Passage[]): void {
  if (SKIPPED.has(node.name) && !holdsTable(node)) return;
  if (node.name === "tr") {
    const cells = elementsOf(node).filter(({ name }) => name === "td" || name === "th");
    if (cells.length > 0) add(readParagraph(node, DIALECT, section, cells), section, passages);
  } else if (PARAGRAPHS.has(node.name)) add(readParagraph(node, DIALECT, section), section, passages);
  else {
    const inner = headingOf(node, section);
    for (const child of elementsOf(node)) visit(child, inner, passages);
  }
}

function add(
  { passage, blocks }: ReturnType<typeof readParagraph>,
  section: string | undefined,
  to: Passage[],
): void {
  to.push(passage);
  for (const block of blocks) visit(block, section, to);
}

/** A table comes both as a picture and as cells. */
const holdsTable = ({ name, children }: XmlNode) =>
  name === "alternatives" && children.some((child) => typeof child !== "string" && child.name === "table");

/** Sections by their titles, figures and tables by their labels. */
function headingOf(node: XmlNode, section: string | undefined): string | undefined {
  if (node.name === "fig" || node.name === "table-wrap")
    return plainTextOf(childrenOf(node, "label")[0])?.replace(/[.:]$/u, "") ?? section;
  const own = node.name === "sec" || node.name === "app" || node.name === "ack" ? titleOf(node) : undefined;
  return [section, own].filter((part) => part !== undefined).join(" › ") || undefined;
}

function titleOf(node: XmlNode): string | undefined {
  const title = plainTextOf(childrenOf(node, "title")[0])?.replace(/[.:]$/u, "");
  return title ?? (node.name === "ack" ? "Acknowledgements" : undefined);
}

const elementsOf = ({ children }: XmlNode) =>
  children.filter((child): child is XmlNode => typeof child !== "string");
