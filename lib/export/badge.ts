import { count, share, withThousands } from "@/lib/citation/count";
import { CLEAR_POLARITIES, type ClearPolarity } from "@/lib/citation/label-phrase";
import { POLARITY_SIGNS } from "@/lib/citation/polarity";
import { escapeXml } from "./xml";

/** Numbers of citers. */
export interface BadgeFigures {
  citers: number;
  polarities: Readonly<Record<ClearPolarity, number>>;
  /** With votes that settle no polarity. */
  undecided: number;
}

const COLOURS: Readonly<Record<ClearPolarity, string>> = {
  supporting: "#0f766e",
  mixed: "#7c5cc4",
  neutral: "#a7adb8",
  contrasting: "#c2541b",
};

const HEIGHT = 30;
const NAME_WIDTH = 58;
/** Of a letter at 11 px; `textLength` makes it so whatever font there is. */
const LETTER = 6.4;

/** How a hub was judged, and how much of it is known, as a small picture: signs with counts, and a bar of all citers. */
export function badgeSvg(title: string, figures: BadgeFigures): string {
  const { citers, polarities, undecided } = figures;
  const told = CLEAR_POLARITIES.reduce((sum, value) => sum + polarities[value], 0);
  const signs = CLEAR_POLARITIES.filter((value) => polarities[value] > 0).map(
    (value) => `${POLARITY_SIGNS[value]} ${withThousands(polarities[value])}`,
  );
  const words =
    told === 0
      ? `no polarity yet · ${count(citers, "citer")}`
      : `${signs.join("  ")} · ${share(told, citers)} citers`;
  const textWidth = Math.round(words.length * LETTER);
  const width = NAME_WIDTH + textWidth + 20;
  const label = `${spoken(figures, told)} ${title}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${escapeXml(label)}">`,
    `<title>${escapeXml(label)}</title>`,
    `<clipPath id="r"><rect width="${width}" height="${HEIGHT}" rx="5"/></clipPath>`,
    '<g clip-path="url(#r)" font-family="Inter,Verdana,DejaVu Sans,sans-serif" font-size="11">',
    `<rect width="${width}" height="${HEIGHT}" fill="#fbfaf7"/>`,
    `<rect width="${NAME_WIDTH}" height="${HEIGHT}" fill="#1c1f24"/>`,
    `<text x="10" y="18" fill="#fff" font-weight="600" textLength="${NAME_WIDTH - 20}" lengthAdjust="spacingAndGlyphs">Spokes</text>`,
    `<text x="${NAME_WIDTH + 10}" y="17" fill="#1c1f24" xml:space="preserve" textLength="${textWidth}" lengthAdjust="spacingAndGlyphs">${escapeXml(words)}</text>`,
    ...bar(figures, { x: NAME_WIDTH, width: width - NAME_WIDTH, undecided }),
    "</g>",
    `<rect x=".5" y=".5" width="${width - 1}" height="${HEIGHT - 1}" rx="4.5" fill="none" stroke="#1c1f24" stroke-opacity=".25"/>`,
    "</svg>",
    "",
  ].join("\n");
}

/** All citers along the lower edge: what has no polarity stays empty. */
function bar(
  { citers, polarities }: BadgeFigures,
  { x, width, undecided }: { x: number; width: number; undecided: number },
): string[] {
  let from = x;
  const parts = [
    ...CLEAR_POLARITIES.map((value) => [COLOURS[value], polarities[value]] as const),
    ["#5b616b", undecided] as const,
  ];
  return parts.flatMap(([fill, n]) => {
    if (n === 0 || citers === 0) return [];
    const size = (width * n) / citers;
    const rect = `<rect x="${from.toFixed(1)}" y="${HEIGHT - 5}" width="${size.toFixed(1)}" height="5" fill="${fill}"/>`;
    from += size;
    return [rect];
  });
}

/** The same in words. */
function spoken({ citers, polarities, undecided }: BadgeFigures, told: number): string {
  const known = `${count(citers, "citer")} known`;
  if (told === 0) return `Spokes: ${known}, none with a polarity yet.`;
  const parts = CLEAR_POLARITIES.filter((value) => polarities[value] > 0).map(
    (value) => `${withThousands(polarities[value])} ${value}`,
  );
  const open = undecided === 0 ? "" : `, ${withThousands(undecided)} undecided`;
  return `Spokes: ${known}, ${withThousands(told)} with a polarity: ${parts.join(", ")}${open}.`;
}
