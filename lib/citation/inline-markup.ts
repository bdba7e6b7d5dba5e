/** What a run of a title or an abstract can be set in. */
const INLINE_STYLES = ["i", "b", "sub", "sup", "math"] as const;

export type InlineStyle = (typeof INLINE_STYLES)[number];

/** A piece of text with the styles that hold for it, the outermost first. */
export interface InlineRun {
  text: string;
  styles: readonly InlineStyle[];
}

/** Elements that set their content apart, by the names that HTML and JATS give them. */
const STYLE_OF_TAG: ReadonlyMap<string, InlineStyle> = new Map([
  ["i", "i"],
  ["em", "i"],
  ["italic", "i"],
  ["b", "b"],
  ["strong", "b"],
  ["bold", "b"],
  ["sub", "sub"],
  ["sup", "sup"],
]);

const STYLE_OF_COMMAND: ReadonlyMap<string, InlineStyle> = new Map([
  ["emph", "i"],
  ["textit", "i"],
  ["textbf", "b"],
]);

/** Elements that end a line, and elements that leave no trace. Any other name without a prefix is text: "p <q> r". */
const BREAKING = new Set(["p", "br", "div", "title", "sec", "list", "list-item", "li", "label"]);
const SILENT = new Set(["span", "u", "underline", "sc", "scp", "tt", "monospace", "alternatives"]);

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
]);

/** The lengths are bounded so that a text full of opening signs is read in linear time. */
const TOKEN = new RegExp(
  [
    String.raw`<(?<mathTag>(?:\w+:)?math)\b[^<>]*>(?<mathml>[\s\S]{0,2000}?)</\k<mathTag>\s*>`,
    String.raw`<(?<closing>/?)(?<prefix>[a-z]+:)?(?<name>[a-z][a-z-]*)(?:\s[^<>]*)?/?>`,
    String.raw`\$\$(?<display>[^$]{1,500})\$\$`,
    String.raw`\$(?=[^\s$])(?<inline>[^$]{0,500}?[^\s$\\])\$(?!\d)`,
    String.raw`\\\((?<round>[\s\S]{1,500}?)\\\)`,
    String.raw`\\\[(?<square>[\s\S]{1,500}?)\\\]`,
    String.raw`\\(?<command>emph|textit|textbf)\{(?<argument>[^{}]*)\}`,
    String.raw`\\(?<escaped>[%&_#$])`,
    String.raw`&(?:#x(?<hex>[0-9a-f]{1,6})|#(?<decimal>\d{1,7})|(?<entity>amp|lt|gt|quot|apos|nbsp));`,
  ].join("|"),
  "giu",
);

/**
 * Reads the markup that sources leave in titles and abstracts (HTML, JATS, MathML, LaTeX) into runs of plain text.
 * Mathematics stays as it is written, without its signs. Tags that never close, and what only looks like a tag, are text.
 */
export function parseInline(raw: string): InlineRun[] {
  if (!/[<&$\\]/.test(raw)) return raw === "" ? [] : [{ text: raw, styles: [] }];
  const text = withoutDoubledMath(raw);
  const tokens = [...text.matchAll(TOKEN)];
  const paired = pairsAmong(tokens);
  const runs: InlineRun[] = [];
  const open: InlineStyle[] = [];
  let reached = 0;
  for (const token of tokens) {
    add(runs, text.slice(reached, token.index), open);
    reached = token.index + token[0].length;
    const groups = token.groups ?? {};
    const style = groups.name === undefined ? undefined : STYLE_OF_TAG.get(groups.name.toLowerCase());
    if (style === undefined) addToken(runs, token[0], groups, open);
    else if (!paired.has(token)) add(runs, token[0], open);
    else if (groups.closing === "") open.push(style);
    else open.pop();
  }
  add(runs, text.slice(reached), open);
  return runs;
}

/** The words alone, on one line, for where no markup can stand. */
export function plainText(raw: string): string {
  return parseInline(raw)
    .map((run) => run.text)
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

type Groups = Record<string, string | undefined>;

function addToken(runs: InlineRun[], raw: string, groups: Groups, open: readonly InlineStyle[]): void {
  const math = groups.display ?? groups.inline ?? groups.round ?? groups.square;
  if (groups.mathml !== undefined) add(runs, mathmlText(groups.mathml), [...open, "math"]);
  else if (math !== undefined) add(runs, math.trim(), [...open, "math"]);
  else if (groups.name !== undefined) add(runs, textOfTag(raw, groups), open);
  else if (groups.command !== undefined) {
    const style = STYLE_OF_COMMAND.get(groups.command.toLowerCase());
    add(runs, groups.argument ?? "", style ? [...open, style] : open);
  } else add(runs, groups.escaped ?? character(groups) ?? raw, open);
}

function textOfTag(raw: string, { prefix, name = "" }: Groups): string {
  const known = name.toLowerCase();
  if (BREAKING.has(known)) return "\n";
  return SILENT.has(known) || prefix !== undefined ? "" : raw;
}

function character({ hex, decimal, entity }: Groups): string | undefined {
  if (entity !== undefined) return CHARACTERS.get(entity.toLowerCase());
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isPrintable = point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isPrintable ? String.fromCodePoint(point) : undefined;
}

function mathmlText(mathml: string): string {
  const shown = mathml.replace(/<(?:\w+:)?annotation\b[\s\S]*?<\/(?:\w+:)?annotation\s*>/giu, "");
  return plainText(shown.replace(/<[^<>]*>/g, " "));
}

/** JATS gives a formula twice, as LaTeX and as MathML; one is enough. */
function withoutDoubledMath(text: string): string {
  return text.replace(
    /<(?:jats:)?tex-math\b[^<>]*>[^<>]*<\/(?:jats:)?tex-math>\s*(?=<(?:\w+:)?math\b)/giu,
    "",
  );
}

/** The opening and closing tags that belong together, properly nested. */
function pairsAmong(tokens: readonly RegExpMatchArray[]): Set<RegExpMatchArray> {
  const paired = new Set<RegExpMatchArray>();
  const waiting: { token: RegExpMatchArray; style: InlineStyle }[] = [];
  for (const token of tokens) {
    const style = STYLE_OF_TAG.get(token.groups?.name?.toLowerCase() ?? "");
    if (style === undefined) continue;
    if (token.groups?.closing === "") {
      waiting.push({ token, style });
      continue;
    }
    const opened = waiting.findLastIndex((one) => one.style === style);
    const [opening] = opened === -1 ? [] : waiting.splice(opened);
    if (opening) paired.add(opening.token).add(token);
  }
  return paired;
}

function add(runs: InlineRun[], text: string, styles: readonly InlineStyle[]): void {
  if (text === "") return;
  const last = runs.at(-1);
  if (last && last.styles.join() === styles.join()) last.text += text;
  else runs.push({ text, styles: [...styles] });
}
