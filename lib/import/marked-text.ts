import { decodeEntities, mendC1 } from "./entities";
import { mendMojibake } from "./mojibake";
import type { XmlNode } from "./read-xml";
import { markedTextOf } from "./xml-text";

/** The elements of HTML and JATS that stand in titles and abstracts; any other name without a prefix is text. */
const NAMES: ReadonlySet<string> = new Set(
  (
    "a abstract alternatives annotation b bold br div disp-formula em ext-link fn h1 h2 h3 h4 i inf inline-formula " +
    "italic label li list list-item math mfenced mfrac mi mn mo monospace mover mrow ms msqrt mstyle msub msubsup msup mtable mtd mtext mtr " +
    "munder munderover ol p sc scp sec semantics small span strong sub sup tex-math title tt u ul underline"
  ).split(" "),
);

const NEVER_CLOSED: ReadonlySet<string> = new Set(["br", "hr", "img"]);
const HEADING: ReadonlyMap<string, string> = new Map([
  ["div", "p"],
  ["h1", "title"],
  ["h2", "title"],
  ["h3", "title"],
  ["h4", "title"],
  ["li", "p"],
]);

/** The lengths are bounded so that a text full of opening signs is read in linear time. */
const TAG =
  /<(?<closing>\/?)(?:(?<prefix>[a-z]{1,10}):)?(?<name>[a-z][a-z0-9-]{0,30})(?:\s[^<>]{0,1000})?\/?>/giu;
const DEPTH = 30;

/**
 * A title or an abstract with markup of HTML, JATS or MathML, which need not be well-formed, as plain text with the
 * small markup that is shown (`markedTextOf`); paragraphs end with an empty line. Character references are resolved
 * first, because services write tags with them too.
 */
export function markedText(raw: string): string {
  const text = decodeEntities(mendC1(mendMojibake(raw))).replaceAll("\uFFFF", "");
  if (!text.includes("<")) return text.trim();
  return markedTextOf(fragment(text)) ?? "";
}

/** The heading of an abstract that ran into its text; before any other word "Abstract" may be part of the sentence. */
const HEADING_WITHIN = new RegExp(
  [
    String.raw`^(?:[Aa]bstract|ABSTRACT|[Ss]ummary)(?:[.:]?\n\n|$)`,
    String.raw`^(?:▪ )?(?:[Aa]bstract|ABSTRACT) ?[.:—–]\s*`,
    String.raw`^(?:▪ Abstract|ABSTRACT)\s`,
    `^Abstract (?=(?:A|Although|An|As|Background|Despite|For|Here|How|In|Introduction|It|Little|Many|Most|Objectives?|On|Our|Over|Purpose|Recent|Several|Since|Some|The|There|These|This|To|We|When|While|With)[ :])`,
  ].join("|"),
  "u",
);

/** An abstract as `markedText` reads it, without its heading; a written `\n` is the end of a line. */
export function abstractText(raw: string): string {
  return markedText(raw.replace(/\\n(?![a-z])/gu, "\n")).replace(HEADING_WITHIN, "");
}

/** The elements of a text as a tree: an end without a beginning is left out, a beginning without an end ends last. */
function fragment(text: string): XmlNode {
  const root = element("text");
  const open = [root];
  const add = (child: string | XmlNode) => {
    if (child !== "") open.at(-1)?.children.push(child);
  };
  let from = 0;
  for (const match of text.matchAll(TAG)) {
    const { closing, prefix, name: written = "" } = match.groups ?? {};
    const known = written.toLowerCase();
    if (prefix === undefined && !NAMES.has(known)) continue;
    const name = HEADING.get(known) ?? known;
    add(text.slice(from, match.index));
    from = match.index + match[0].length;
    if (closing !== "") {
      const begun = open.findLastIndex((node) => node.name === name);
      if (begun > 0) open.splice(begun);
      continue;
    }
    const node = element(name);
    add(node);
    if (!match[0].endsWith("/>") && !NEVER_CLOSED.has(name) && open.length < DEPTH) open.push(node);
  }
  add(text.slice(from));
  return root;
}

const element = (name: string): XmlNode => ({ name, attributes: {}, children: [], line: 0 });
