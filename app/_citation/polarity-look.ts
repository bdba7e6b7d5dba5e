import { POLARITIES, POLARITY_SIGNS, type Polarity } from "@/lib/citation/polarity";

/** What a bar of polarities is made of, in its order; "none" has no polarity. */
export const POLARITY_PARTS = [...POLARITIES, "none"] as const;

export type PolarityPart = (typeof POLARITY_PARTS)[number];

/** How the part is drawn: a fill, with ink that can be read on it. */
export const POLARITY_FILLS: Readonly<Record<PolarityPart, string>> = {
  supporting: "bg-supporting text-on-polarity",
  mixed: "bg-mixed text-on-polarity",
  neutral: "bg-neutral text-on-neutral",
  contrasting: "bg-contrasting text-on-polarity",
  unclear: "bg-hatched text-ink",
  none: "border border-dashed border-edge text-soft",
};

/** The same in a drawing; the hatching is a pattern that the drawing defines. */
export const POLARITY_STROKES: Readonly<Record<PolarityPart, string>> = {
  supporting: "fill-supporting",
  mixed: "fill-mixed",
  neutral: "fill-neutral",
  contrasting: "fill-contrasting",
  unclear: "fill-[url(#hatching)]",
  none: "fill-transparent stroke-edge [stroke-dasharray:3_2]",
};

/** The colour of the word. */
export const POLARITY_INKS: Readonly<Record<Polarity, string>> = {
  supporting: "text-supporting-ink",
  mixed: "text-mixed-ink",
  neutral: "text-soft",
  contrasting: "text-contrasting-ink",
  unclear: "text-soft",
};

/** The sign that stands beside the colour; none for what has no polarity. */
export const PART_SIGNS: Readonly<Record<PolarityPart, string>> = { ...POLARITY_SIGNS, none: "" };
