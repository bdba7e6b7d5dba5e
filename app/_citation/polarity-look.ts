import type { ClearPolarity } from "@/lib/citation/label-phrase";
import { POLARITY_SIGNS, type Polarity } from "@/lib/citation/polarity";
import type { PolarityPart } from "./polarity-parts";

/** Fills of what people agree on, with ink that can be read on them. */
const AGREED_FILLS: Readonly<Record<ClearPolarity, string>> = {
  supporting: "bg-supporting text-on-polarity",
  mixed: "bg-mixed text-on-polarity",
  neutral: "bg-neutral text-on-neutral",
  contrasting: "bg-contrasting text-on-polarity",
};

/** The same hues lighter, for what rests on a single vote. */
const SINGLE_FILLS: Readonly<Record<ClearPolarity, string>> = {
  supporting: "bg-supporting/35 text-ink",
  mixed: "bg-mixed/35 text-ink",
  neutral: "bg-neutral/40 text-ink",
  contrasting: "bg-contrasting/35 text-ink",
};

/** Suggestions never look like votes: hatched in a dashed frame. */
const SUGGESTED_FILLS: Readonly<Record<Polarity, string>> = {
  supporting: "bg-suggested border border-dashed text-supporting-ink",
  mixed: "bg-suggested border border-dashed text-mixed-ink",
  neutral: "bg-suggested border border-dashed text-soft",
  contrasting: "bg-suggested border border-dashed text-contrasting-ink",
  unclear: "border border-dashed border-edge text-soft",
};

/** How a part of a bar is drawn. */
export function fillOf(part: PolarityPart): string {
  switch (part.kind) {
    case "agreed":
      return AGREED_FILLS[part.value];
    case "single":
      return SINGLE_FILLS[part.value];
    case "unsettled":
      return part.value === "contested" ? "bg-crossed text-ink" : "bg-hatched text-ink";
    case "suggested":
      return SUGGESTED_FILLS[part.value];
    case "none":
      return "border border-dashed border-edge text-soft";
  }
}

/** Whether a part is drawn with lines, so that what stands on it needs a plain ground. */
export function isBusy({ kind, value }: PolarityPart): boolean {
  return kind === "unsettled" || (kind === "suggested" && value !== "unclear");
}

const AGREED_STROKES: Readonly<Record<ClearPolarity, string>> = {
  supporting: "fill-supporting",
  mixed: "fill-mixed",
  neutral: "fill-neutral",
  contrasting: "fill-contrasting",
};

const SINGLE_STROKES: Readonly<Record<ClearPolarity, string>> = {
  supporting: "fill-supporting/35",
  mixed: "fill-mixed/35",
  neutral: "fill-neutral/40",
  contrasting: "fill-contrasting/35",
};

const SUGGESTED_STROKES: Readonly<Record<Polarity, string>> = {
  supporting: "fill-[url(#suggested-supporting)] stroke-supporting [stroke-dasharray:3_2]",
  mixed: "fill-[url(#suggested-mixed)] stroke-mixed [stroke-dasharray:3_2]",
  neutral: "fill-[url(#suggested-neutral)] stroke-edge [stroke-dasharray:3_2]",
  contrasting: "fill-[url(#suggested-contrasting)] stroke-contrasting [stroke-dasharray:3_2]",
  unclear: "fill-transparent stroke-edge [stroke-dasharray:1_2]",
};

/** The same in a drawing; `PolarityPatterns` defines what it fills with. */
export function strokeOf(part: PolarityPart): string {
  switch (part.kind) {
    case "agreed":
      return AGREED_STROKES[part.value];
    case "single":
      return SINGLE_STROKES[part.value];
    case "unsettled":
      return part.value === "contested" ? "fill-[url(#crossed)] stroke-edge" : "fill-[url(#hatched)]";
    case "suggested":
      return SUGGESTED_STROKES[part.value];
    case "none":
      return "fill-transparent stroke-edge [stroke-dasharray:3_2]";
  }
}

/** The ink of a sign on a part of a drawing; none where the part is too busy for one. */
export function signInkOf(part: PolarityPart): string | null {
  if (part.kind === "agreed") return part.value === "neutral" ? "fill-on-neutral" : "fill-on-polarity";
  return part.kind === "single" ? "fill-ink" : null;
}

/** The colour of the word. */
export const POLARITY_INKS: Readonly<Record<Polarity, string>> = {
  supporting: "text-supporting-ink",
  mixed: "text-mixed-ink",
  neutral: "text-soft",
  contrasting: "text-contrasting-ink",
  unclear: "text-soft",
};

/** The sign of votes that disagree. */
const CONTESTED_SIGN = "≠";

/** The sign that stands beside the colour; empty for what has no label. */
export function signOf(value: PolarityPart["value"]): string {
  if (value === "none") return "";
  return value === "contested" ? CONTESTED_SIGN : POLARITY_SIGNS[value];
}
