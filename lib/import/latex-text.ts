import { ALONE, DECLARED, DROPPED, NON_LETTERS, PRINTED, SECOND, STYLED } from "./latex-commands";
import { mathText } from "./latex-math";
import { LATEX_ACCENTS, LATEX_SYMBOLS, SILENT, SPACES } from "./latex-symbols";

/** Deeper groups are read as if their braces were not there. */
const DEEPEST = 40;

/**
 * LaTeX as text: accents and symbols as characters, dashes and quotation marks as they are printed, groups without
 * their braces, `<i>`, `<b>`, `<sub>` and `<sup>` for what is set apart. Formulas that need no more than raised and
 * lowered signs become text; others stay as `$…$`. Unknown commands leave their argument, or their name.
 */
export function latexText(tex: string): string {
  if (!/[\\{}$~`'-]/u.test(tex)) return tex;
  return new LatexReader(tex).read();
}

class LatexReader {
  private at = 0;
  private depth = 0;

  constructor(private readonly tex: string) {}

  read(): string {
    let text = "";
    // A closing brace that nothing opened ends a group early: it is passed over.
    for (; this.at < this.tex.length; this.at += 1) text += this.readGroup();
    return text.normalize("NFC");
  }

  /** Reads up to the brace that closes the group, or to the end. */
  private readGroup(): string {
    let text = "";
    let closing = "";
    while (this.at < this.tex.length) {
      const sign = this.tex.charAt(this.at);
      if (sign === "}") break;
      if (sign !== "\\") text += this.readPlain(sign);
      else {
        const name = this.commandName();
        const style = DECLARED.get(name);
        if (style === undefined) text += this.readCommand(name);
        else {
          this.skipSpace();
          text += `<${style}>`;
          closing = `</${style}>${closing}`;
        }
      }
    }
    return text + closing;
  }

  private readPlain(sign: string): string {
    if (sign === "{") return this.readArgument();
    if (sign === "$") return this.readMath();
    const [run = sign] = /^(?:---?|``|''|[^\\{}$~`'-]+)/u.exec(this.tex.slice(this.at, this.at + 4096)) ?? [];
    this.at += run.length;
    return PRINTED.get(run) ?? run;
  }

  /** The next group, or the next character where no group is. */
  private readArgument(): string {
    const sign = this.tex.charAt(this.at);
    if (sign === "}" || sign === "$") return "";
    if (sign !== "{" && sign !== "\\") {
      const [character = ""] = this.tex.slice(this.at, this.at + 2);
      this.at += character.length;
      return character;
    }
    if (this.depth >= DEEPEST) {
      this.at += 1;
      return "";
    }
    this.depth += 1;
    const text = sign === "{" ? this.readBraces() : this.readCommand(this.commandName());
    this.depth -= 1;
    return text;
  }

  private readBraces(): string {
    this.at += 1;
    const text = this.readGroup();
    this.at += 1;
    return text;
  }

  /** The name of the command that begins here: letters, or one other character. The place moves behind it. */
  private commandName(): string {
    const [, name = ""] = /^\\([a-z]+\*?|[\s\S]?)/iu.exec(this.tex.slice(this.at, this.at + 64)) ?? [];
    this.at += 1 + name.length;
    return name.replace("*", "");
  }

  private readCommand(name: string): string {
    const accent = LATEX_ACCENTS[name];
    if (accent !== undefined && this.hasArgument(name)) return this.accented(accent);
    if (name === "(" || name === "[") return this.readMathTo(name === "(" ? "\\)" : "\\]");
    if (!/^[a-z]/iu.test(name)) return NON_LETTERS.get(name) ?? name;
    const symbol = LATEX_SYMBOLS[name];
    if (symbol !== undefined) {
      this.skipSpace();
      if (this.tex.startsWith("{}", this.at)) this.at += 2;
      return symbol;
    }
    return this.readWordCommand(name);
  }

  private readWordCommand(name: string): string {
    if (SPACES.has(name)) return " ";
    if (SILENT.has(name)) {
      this.skipSpace();
      return "";
    }
    if (name === "url" || name === "path") return this.readArgument();
    this.skipSpace();
    if (DROPPED.has(name) || SECOND.has(name)) {
      this.skipOption();
      const first = this.readArgument();
      return DROPPED.has(name) || this.tex.charAt(this.at) !== "{"
        ? SECOND.has(name)
          ? first
          : ""
        : this.readArgument();
    }
    const style = STYLED.get(name);
    this.skipOption();
    const isGroup = this.tex.charAt(this.at) === "{";
    if (!isGroup) return style === undefined ? `${name} ` : "";
    const inner = this.readArgument();
    if (inner === "" && style === undefined) return name;
    return style === undefined || inner.trim() === "" ? inner : `<${style}>${inner}</${style}>`;
  }

  /** An accent of a letter needs a group or a space after it: `\c c`, `\v{s}`; any other takes what follows. */
  private hasArgument(name: string): boolean {
    if (/^[a-z]/iu.test(name)) this.skipSpace();
    return this.at < this.tex.length && this.tex.charAt(this.at) !== "}";
  }

  private accented(accent: string): string {
    this.skipSpace();
    const base = this.readArgument().replace(/^ı/u, "i").replace(/^ȷ/u, "j");
    const [letter = "", ...rest] = base;
    // A lone accent (`\~{}` in an address) is the sign itself.
    if (letter === "") return ALONE.get(accent) ?? "";
    return (letter + accent).normalize("NFC") + rest.join("");
  }

  private readMath(): string {
    const sign = this.tex.startsWith("$$", this.at) ? "$$" : "$";
    this.at += sign.length;
    return this.readMathTo(sign);
  }

  private readMathTo(sign: string): string {
    const end = endOfMath(this.tex, sign, this.at);
    // A dollar sign that closes nothing is money.
    if (end === -1) return sign.startsWith("$") ? sign : "";
    const formula = this.tex.slice(this.at, end);
    this.at = end + sign.length;
    return mathText(formula);
  }

  private skipSpace(): void {
    while (/\s/u.test(this.tex.charAt(this.at))) this.at += 1;
  }

  private skipOption(): void {
    if (this.tex.charAt(this.at) !== "[") return;
    const end = this.tex.indexOf("]", this.at);
    if (end !== -1 && end - this.at < 200) this.at = end + 1;
  }
}

/** Formulas are short: a sign further away does not close this one. */
const LONGEST_FORMULA = 2000;

function endOfMath(tex: string, sign: string, from: number): number {
  const ahead = tex.slice(from, from + LONGEST_FORMULA);
  const found = sign === "$" ? ahead.search(/(?<!\\)\$/u) : ahead.indexOf(sign);
  if (found === -1) return -1;
  // "$5 and then $10" is money: a formula ends without space, unless it begins with one, and before no digit.
  const isMoney =
    sign === "$" && (/^\d/u.test(ahead.slice(found + 1)) || /^\S[\s\S]*\s$/u.test(ahead.slice(0, found)));
  return isMoney ? -1 : from + found;
}
