import { SaxesParser } from "saxes";
import { withoutControls } from "./clean-text";
import { NAMED_CHARACTERS } from "./entities";
import { UnreadableFileError } from "./record";

/** An element with all that is in it. */
export interface XmlNode {
  /** Without prefix: `jats:title` is `title`. */
  name: string;
  /** By the names as they are written, prefix and all (`xml:id`, `xlink:href`); an object without a prototype. */
  attributes: Readonly<Record<string, string>>;
  /** Texts and elements in their order; no two texts touch, none is empty. White space is as it was. */
  children: (string | XmlNode)[];
  /** The line of its start tag, counted from 1. */
  line: number;
}

const MEBI = 1024 * 1024;
/** Chunks are read in pieces of this size, so that limits bite before a huge chunk is taken apart. */
const PIECE = 64 * 1024;

/** What one element may hold before the file is refused: far more than any article needs. */
const LIMITS = { characters: 8 * MEBI, nodes: 200_000, depth: 256, attributes: 1000 };

/** What is wrong with an XML file that can be read all the same: the text stays as it is written. */
const FORGIVEN = /undefined entity|disallowed character in entity name|malformed character entity|"\]\]>"/u;

/**
 * The elements of the given names (without prefix), each as a complete tree as soon as it is closed, in the order
 * of the file; one within another comes with the outer one alone. Holds one of them at a time. External declarations
 * are not looked at; the entities of HTML are known.
 * @throws UnreadableFileError naming the line when the text is not well-formed, declares entities, or when an element
 * is too large or too deep. Elements may have been yielded by then.
 */
export async function* readXml(
  chunks: AsyncIterable<string>,
  names: readonly string[],
): AsyncGenerator<XmlNode> {
  const reader = new XmlReader(new Set(names));
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += PIECE)
      yield* reader.take(withoutControls(chunk.slice(from, from + PIECE)));
  }
  yield* reader.end();
}

class XmlReader {
  private readonly parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  /** From the wanted element down to the one that is open; empty between wanted elements. */
  private readonly open: XmlNode[] = [];
  private done: XmlNode[] = [];
  private depth = 0;
  private nodes = 0;
  private attributes = 0;
  private tagLine = 1;
  /** Where the wanted element, or what stands between two, began. */
  private mark = 0;
  private taken = 0;
  private begun = false;

  constructor(private readonly names: ReadonlySet<string>) {
    this.parser.ENTITIES = NAMED_CHARACTERS;
    this.parser.on("error", (error) => {
      if (!FORGIVEN.test(error.message)) this.refuse(`it is not well-formed: ${reasonIn(error)}`);
    });
    this.parser.on("doctype", (text) => {
      if (text.includes("[")) this.refuse("it declares entities of its own, which are not read");
    });
    this.parser.on("opentagstart", () => {
      this.attributes = 0;
      this.tagLine = this.parser.line;
    });
    this.parser.on("attribute", () => {
      this.attributes += 1;
      if (this.attributes > LIMITS.attributes) this.refuse("an element has more than 1,000 attributes");
    });
    this.parser.on("opentag", (tag) => this.openTag(tag.name, tag.attributes));
    this.parser.on("closetag", () => this.closeTag());
    this.parser.on("text", (text) => this.addText(text));
    this.parser.on("cdata", (text) => this.addText(text));
  }

  take(text: string): XmlNode[] {
    // A byte order mark and white space before the XML declaration are common, and no error worth a refusal.
    const piece = this.begun ? text : text.replace(/^[\uFEFF\s]+/u, "");
    if (piece === "") return [];
    this.begun = true;
    this.parser.write(piece);
    this.taken += piece.length;
    if (this.taken - this.mark > LIMITS.characters) this.refuse("an element is longer than 8 Mi characters");
    return this.done.splice(0);
  }

  end(): XmlNode[] {
    if (!this.begun) throw new UnreadableFileError("The file is empty.");
    this.parser.close();
    return this.done.splice(0);
  }

  private openTag(fullName: string, attributes: Record<string, string>): void {
    this.depth += 1;
    if (this.depth > LIMITS.depth) this.refuse(`its elements lie more than ${LIMITS.depth} deep`);
    const name = fullName.slice(fullName.indexOf(":") + 1);
    const parent = this.open.at(-1);
    if (!parent) this.mark = this.taken;
    if (!parent && !this.names.has(name)) return;
    const node: XmlNode = { name, attributes, children: [], line: this.tagLine };
    this.nodes += 1;
    if (this.nodes > LIMITS.nodes) this.refuse("an element holds more than 200,000 others");
    parent?.children.push(node);
    this.open.push(node);
  }

  private closeTag(): void {
    this.depth -= 1;
    const node = this.open.pop();
    if (this.open.length > 0) return;
    this.mark = this.taken;
    this.nodes = 0;
    if (node) this.done.push(node);
  }

  private addText(text: string): void {
    const parent = this.open.at(-1);
    if (!parent || text === "") return;
    const clean = text.replace(/[\uD800-\uDFFF]/gu, "\uFFFD");
    const last = parent.children.at(-1);
    if (typeof last === "string") parent.children[parent.children.length - 1] = last + clean;
    else parent.children.push(clean);
  }

  private refuse(reason: string): never {
    throw new UnreadableFileError(`The XML cannot be read at line ${this.parser.line}: ${reason}.`);
  }
}

/** The parser's words without the place, which is told by the line, and without the full stop. */
const reasonIn = (error: Error) => error.message.replace(/^(?:[^:]*:)?\d+:\d+:\s*/u, "").replace(/\.$/u, "");
