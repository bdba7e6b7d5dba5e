import { BLACKBOARD, LATEX_SYMBOLS, MATH_ACCENTS, MATH_WORDS, SILENT, SPACES } from "./latex-symbols";

/** Commands that change the letters of their argument in a way that plain text does without. */
const LETTERED: ReadonlySet<string> = new Set(
  (
    "mathrm mathit mathbf mathsf mathtt mathcal mathfrak mathscr boldsymbol bm text textrm textit textbf textsf texttt " +
    "mbox hbox rm operatorname emph textup textnormal textsc ensuremath"
  ).split(" "),
);

const DEEPEST = 20;

/**
 * A formula of LaTeX, without its dollars, as text with `<sub>` and `<sup>` ("Σ<sup>0</sup>", "O(n log n)"). One that
 * needs more, such as a fraction, comes back as it is written, between dollars.
 */
export function mathText(formula: string): string {
  const text = new MathReader(formula).read();
  const folded = formula.replace(/\s+/gu, " ").trim();
  if (text !== null) return text.replace(/\s+/gu, " ").trim();
  return folded === "" || folded.includes("$") ? folded : `$${folded}$`;
}

class MathReader {
  private at = 0;

  constructor(private readonly tex: string) {}

  /** Null when something is met that text cannot show. */
  read(): string | null {
    const text = this.readGroup(0);
    return this.at < this.tex.length ? null : text;
  }

  private readGroup(depth: number): string | null {
    let text = "";
    while (this.at < this.tex.length && this.tex.charAt(this.at) !== "}") {
      const piece = this.readPiece(depth);
      if (piece === null) return null;
      text += piece;
    }
    return text;
  }

  private readPiece(depth: number): string | null {
    const sign = this.tex.charAt(this.at);
    if (sign === "\\") return this.readCommand(depth);
    if (sign === "{") return this.readArgument(depth);
    if (sign === "^" || sign === "_") return this.readScript(sign, depth);
    if (sign === "&" || sign === "#" || sign === "%") return null;
    const [character = ""] = this.tex.slice(this.at, this.at + 2);
    this.at += character.length;
    return SIGNS.get(character) ?? character;
  }

  private readScript(sign: string, depth: number): string | null {
    this.at += 1;
    const inner = this.readArgument(depth)?.trim();
    if (inner === undefined) return null;
    if (inner === "∘" && sign === "^") return "°";
    if (inner === "" || inner === "′") return inner;
    return sign === "^" ? `<sup>${inner}</sup>` : `<sub>${inner}</sub>`;
  }

  private readArgument(depth: number): string | null {
    while (this.tex.charAt(this.at) === " ") this.at += 1;
    if (this.at >= this.tex.length || depth >= DEEPEST) return null;
    if (this.tex.charAt(this.at) !== "{") return this.readPiece(depth + 1);
    this.at += 1;
    const inner = this.readGroup(depth + 1);
    if (inner === null || this.tex.charAt(this.at) !== "}") return null;
    this.at += 1;
    return inner;
  }

  private readCommand(depth: number): string | null {
    const [, name = ""] = /^\\([a-z]+|[\s\S]?)/iu.exec(this.tex.slice(this.at, this.at + 64)) ?? [];
    this.at += 1 + name.length;
    if (/^[{}%&_#$]$/u.test(name)) return name;
    if (!/^[a-z]/iu.test(name)) return /^[\s,;:!/]$/u.test(name) ? " " : null;
    if (SILENT.has(name)) return "";
    if (SPACES.has(name)) return " ";
    if (MATH_WORDS.has(name)) return this.tex.charAt(this.at) === "\\" ? `${name} ` : name;
    if (LETTERED.has(name)) return this.readArgument(depth);
    const accent = MATH_ACCENTS[name];
    if (accent !== undefined) return this.accented(accent, depth);
    if (name === "mathbb") return this.blackboard(depth);
    const symbol = LATEX_SYMBOLS[name];
    // The space that ends the name of a command is not printed.
    if (symbol !== undefined && this.tex.charAt(this.at) === " " && !SPACED.test(symbol)) this.at += 1;
    return symbol ?? null;
  }

  private accented(accent: string, depth: number): string | null {
    const base = this.readArgument(depth);
    return base !== null && [...base].length === 1 ? (base + accent).normalize("NFC") : null;
  }

  private blackboard(depth: number): string | null {
    const letters = this.readArgument(depth);
    return letters === null ? null : [...letters].map((letter) => BLACKBOARD[letter] ?? letter).join("");
  }
}

/** Relations and operators keep the space around them; letters do not. */
const SPACED = /^[^\p{L}]/u;

const SIGNS: ReadonlyMap<string, string> = new Map([
  ["-", "−"],
  ["'", "′"],
  ["~", " "],
]);
