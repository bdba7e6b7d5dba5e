import type { Link } from "./mark-style";
import type { Range } from "./sentences";

/** One paragraph of a full text, a caption or the row of a table: plain text on one line, and its marks. */
export interface Passage {
  text: string;
  /** The headings that it stands under, the outermost first. */
  section: string | undefined;
  links: readonly Link[];
  raised: readonly Range[];
  /** A row of a table is quoted as a whole. */
  isRow: boolean;
}

const RAISED: ReadonlyMap<string, string> = signs("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ");
const LOWERED: ReadonlyMap<string, string> = signs("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎");

function signs(plain: string, set: string): Map<string, string> {
  return new Map([...plain].map((sign, index) => [sign, [...set][index] ?? sign]));
}

/** Puts a paragraph together piece by piece, with white space folded, and remembers where its marks stand. */
export class PassageBuilder {
  private readonly pieces: string[] = [];
  private length = 0;
  private readonly links: (Link & { targets: string[] })[] = [];
  private readonly raised: Range[] = [];
  private raisedDepth = 0;

  add(piece: string): void {
    const folded = piece.replace(/\s+/gu, " ");
    const isDoubled = folded.startsWith(" ") && (this.length === 0 || this.endsWithSpace());
    const text = isDoubled ? folded.slice(1) : folded;
    if (text === "") return;
    this.pieces.push(text);
    this.length += text.length;
  }

  /** What is added meanwhile is a mark; one without text belongs to the mark just before it. */
  addLink(targets: readonly string[], addContent: () => void): void {
    const range = this.during(addContent);
    const last = this.links.at(-1);
    if (range.start < range.end)
      this.links.push({ ...range, targets: [...targets], isRaised: this.raisedDepth > 0 });
    else if (last && range.start - last.end <= 3) last.targets.push(...targets);
  }

  /** Raised or lowered figures and signs are written with the characters that Unicode has for them. */
  addShifted(way: "sup" | "sub", plain: string, addContent: (shift: (text: string) => string) => void): void {
    const map = way === "sup" ? RAISED : LOWERED;
    const isShown =
      /[^\s]/u.test(plain) && [...plain].every((sign) => map.has(sign) || /[\s,;–]/u.test(sign));
    if (way === "sup") this.raisedDepth += 1;
    const range = this.during(() =>
      addContent((text) => (isShown ? [...text].map((sign) => map.get(sign) ?? sign).join("") : text)),
    );
    if (way === "sup") this.raisedDepth -= 1;
    if (way === "sup" && range.start < range.end) this.raised.push(range);
  }

  /** Whether the last sign belongs to a mark. */
  endsWithLink(): boolean {
    return this.links.at(-1)?.end === this.length;
  }

  finish(section: string | undefined, isRow: boolean): Passage {
    const text = this.pieces.join("").trimEnd();
    return { text, section, links: this.links, raised: this.raised, isRow };
  }

  private endsWithSpace(): boolean {
    return this.pieces.at(-1)?.endsWith(" ") ?? false;
  }

  /** The place of what is added meanwhile, without the space around it. */
  private during(addContent: () => void): Range {
    const [from, index] = [this.length, this.pieces.length];
    addContent();
    const start = from + (this.pieces[index]?.startsWith(" ") ? 1 : 0);
    const end = this.length - (this.length > from && this.endsWithSpace() ? 1 : 0);
    return { start, end: Math.max(start, end) };
  }
}
