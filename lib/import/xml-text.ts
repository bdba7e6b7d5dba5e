import { mendC1 } from "./entities";
import { mendMojibake } from "./mojibake";
import type { XmlNode } from "./read-xml";

type XmlChild = string | XmlNode;

/** The child elements of that name. */
export function childrenOf(node: XmlNode | undefined, name: string): XmlNode[] {
  return (node?.children ?? []).filter(
    (child): child is XmlNode => typeof child !== "string" && child.name === name,
  );
}

/** The first element at the end of a path of names, or undefined. */
export function descend(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  return path.reduce<XmlNode | undefined>((current, name) => childrenOf(current, name)[0], node);
}

/** All elements of that name anywhere below, in their order, also within one another. */
export function descendantsOf(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => {
    if (typeof child === "string") return [];
    return child.name === name ? [child, ...descendantsOf(child, name)] : descendantsOf(child, name);
  });
}

/** The text of an element without any markup, on one line; undefined when there is none. */
export function plainTextOf(node: XmlNode | undefined): string | undefined {
  const text = mendC1(mendMojibake(node ? plain(node) : ""))
    .replace(/\s+/gu, " ")
    .trim();
  return text === "" ? undefined : text;
}

const plain = (child: XmlChild): string =>
  typeof child === "string" ? child : child.children.map(plain).join("");

/** What is kept of markup, by the names of HTML, JATS, Crossref and EndNote. */
const KEPT: ReadonlyMap<string, string> = new Map([
  ["i", "i"],
  ["em", "i"],
  ["italic", "i"],
  ["b", "b"],
  ["strong", "b"],
  ["bold", "b"],
  ["sub", "sub"],
  ["inf", "sub"],
  ["sup", "sup"],
]);

/** Elements after which a new paragraph begins, and those that are no part of the text. */
const BREAKING: ReadonlySet<string> = new Set([
  "p",
  "sec",
  "title",
  "list",
  "list-item",
  "disp-formula",
  "br",
]);
const LEFT_OUT: ReadonlySet<string> = new Set([
  "annotation",
  "annotation-xml",
  "xref-group",
  "fn",
  "object-id",
]);

/**
 * The text of a title or an abstract with the small markup that is shown: `<i>`, `<b>`, `<sub>`, `<sup>` and
 * `$LaTeX$`; MathML becomes plain signs with raised and lowered parts. Paragraphs end with an empty line, other
 * white space is one space. Undefined when there is no text.
 */
export function markedTextOf(node: XmlNode | undefined): string | undefined {
  const text = mendC1(mendMojibake(node ? node.children.map(marked).join("") : ""))
    .replace(/[^\S\uFFFF]+/gu, " ")
    .replace(/ ?(?:\uFFFF ?)+/gu, "\n\n")
    .trim();
  return text === "" ? undefined : text;
}

/** Stands for the end of a paragraph while the text is put together; no XML file can hold it. */
const PARAGRAPH = "\uFFFF";

function marked(child: XmlChild): string {
  if (typeof child === "string") return child;
  if (LEFT_OUT.has(child.name)) return "";
  if (child.name === "math") return mathText(child);
  if (child.name === "tex-math") return texMath(plain(child));
  const inner = childrenToRead(child).map(marked).join("");
  const tag = KEPT.get(child.name);
  if (tag !== undefined) return inner.trim() === "" ? inner : `<${tag}>${inner}</${tag}>`;
  return BREAKING.has(child.name) ? PARAGRAPH + inner + PARAGRAPH : inner;
}

/** A formula that is given in several ways is read in one of them. */
function childrenToRead({ name, children }: XmlNode): readonly XmlChild[] {
  if (name !== "alternatives") return children;
  const elements = children.filter((child): child is XmlNode => typeof child !== "string");
  const best = ["tex-math", "math"].flatMap((way) => elements.filter((child) => child.name === way))[0];
  return best ? [best] : elements.slice(0, 1);
}

const BEGIN_DOCUMENT = "\\begin{document}";

/** LaTeX, often wrapped in a whole document, as `$…$`. */
function texMath(text: string): string {
  const from = text.indexOf(BEGIN_DOCUMENT) + BEGIN_DOCUMENT.length;
  const until = text.lastIndexOf("\\end{document}");
  const body = from >= BEGIN_DOCUMENT.length && until >= from ? text.slice(from, until) : text;
  const formula = body.replace(/\s+/gu, " ").replace(/^[\s$]+|(?<![\s$])[\s$]+$/gu, "");
  const isShown = formula !== "" && !formula.includes("$");
  return isShown ? `$${formula}$` : formula;
}

function mathText(node: XmlNode): string {
  const parts = node.children.filter((child): child is XmlNode => typeof child !== "string");
  const [base = "", second = "", third = ""] = parts.map(mathText);
  switch (node.name) {
    case "mi":
    case "mn":
    case "mo":
    case "mtext":
    case "ms":
      return plain(node).replace(/\s+/gu, " ").trim();
    case "annotation":
    case "annotation-xml":
      return "";
    case "msub":
    case "munder":
      return `${base}<sub>${second}</sub>`;
    case "msup":
    case "mover":
      return `${base}<sup>${second}</sup>`;
    case "msubsup":
    case "munderover":
      return `${base}<sub>${second}</sub><sup>${third}</sup>`;
    case "mfrac":
      return `${base}/${second}`;
    case "msqrt":
      return `√${parts.map(mathText).join("")}`;
    default:
      return node.children
        .map((child) => (typeof child === "string" ? child.trim() : mathText(child)))
        .join("");
  }
}
