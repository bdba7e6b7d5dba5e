import { mendC1 } from "./entities";
import { type Passage, PassageBuilder } from "./passage";
import type { XmlNode } from "./read-xml";
import { markedTextOf, plainTextOf } from "./xml-text";

/** What the elements of an XML format mean within a paragraph. */
export interface Dialect {
  /** The entries that an element points to, when it is a citation mark; else null. */
  targetsOf(node: XmlNode): readonly string[] | null;
  shiftOf(node: XmlNode): "sup" | "sub" | null;
  /** Blocks that stand in a paragraph without being part of its text: figures, tables, lists, notes. */
  blocks: ReadonlySet<string>;
  formulas: ReadonlySet<string>;
  /** A formula on lines of its own, for which signs of omission stand. */
  displayed: ReadonlySet<string>;
  silent: ReadonlySet<string>;
  /** Elements that are parted from what follows them by a space. */
  spaced: ReadonlySet<string>;
}

export interface Paragraph {
  passage: Passage;
  /** The blocks within it, in their order. */
  blocks: XmlNode[];
}

/** The entries that an attribute points to, at most 100, each once. */
export function targetsIn(attribute: string | undefined): string[] {
  const targets = (attribute ?? "").split(/\s+/u, 100).map((target) => target.replace(/^#/u, ""));
  return [...new Set(targets)].filter((target) => target !== "");
}

/** The text of a paragraph with its marks. The cells of a table's row are parted by bars. */
export function readParagraph(
  node: XmlNode,
  dialect: Dialect,
  section: string | undefined,
  cells: readonly XmlNode[] = [],
): Paragraph {
  const writer = new Writer(dialect);
  if (cells.length === 0) writer.addChildren(node);
  for (const [index, cell] of cells.entries()) {
    if (index > 0) writer.builder.add(" | ");
    writer.addChildren(cell);
  }
  return { passage: writer.builder.finish(section, cells.length > 0), blocks: writer.blocks };
}

class Writer {
  readonly builder = new PassageBuilder();
  readonly blocks: XmlNode[] = [];
  private shift = (text: string) => text;

  constructor(private readonly dialect: Dialect) {}

  addChildren(node: XmlNode): void {
    for (const child of node.children) {
      if (typeof child === "string") this.builder.add(this.shift(mendC1(child)));
      else this.addElement(child);
    }
  }

  private addElement(node: XmlNode): void {
    const { blocks, formulas, displayed, silent, spaced } = this.dialect;
    if (blocks.has(node.name)) this.blocks.push(node);
    else if (displayed.has(node.name)) this.builder.add(" […] ");
    else if (formulas.has(node.name)) this.builder.add(formulaText(node));
    else if (!silent.has(node.name)) this.addInline(node);
    if (spaced.has(node.name)) this.builder.add(" ");
  }

  private addInline(node: XmlNode): void {
    const targets = this.dialect.targetsOf(node);
    const way = this.dialect.shiftOf(node);
    if (targets !== null) {
      // Two marks without a space between them are two words all the same.
      if (this.builder.endsWithLink() && /^[\p{L}(]/u.test(plainTextOf(node) ?? "")) this.builder.add(" ");
      this.builder.addLink(targets, () => this.addChildren(node));
    } else if (way !== null) this.addShifted(way, node);
    else this.addChildren(node);
  }

  private addShifted(way: "sup" | "sub", node: XmlNode): void {
    const outer = this.shift;
    this.builder.addShifted(way, plainTextOf(node) ?? "", (shift) => {
      this.shift = shift;
      this.addChildren(node);
      this.shift = outer;
    });
  }
}

/** A formula in plain signs. */
function formulaText(node: XmlNode): string {
  const marked = markedTextOf({ ...node, name: "formula", children: [node] }) ?? "";
  return marked.replace(/<\/?su[bp]>/gu, "");
}
