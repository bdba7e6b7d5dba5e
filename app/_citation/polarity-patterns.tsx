import { CLEAR_POLARITIES, type ClearPolarity } from "@/lib/citation/label-phrase";

const INKS: Readonly<Record<ClearPolarity, string>> = {
  supporting: "stroke-supporting",
  mixed: "stroke-mixed",
  neutral: "stroke-edge",
  contrasting: "stroke-contrasting",
};

const TILE = { width: 5, height: 5, patternUnits: "userSpaceOnUse" } as const;

/** The patterns with which a drawing fills what votes do not settle, and what is only suggested. */
export function PolarityPatterns() {
  return (
    <defs>
      <pattern id="hatched" {...TILE} patternTransform="rotate(45)">
        <rect width="2.6" height="5" className="fill-unclear" />
      </pattern>
      <pattern id="crossed" {...TILE} patternTransform="rotate(45)">
        <path d="M0 0H5M0 0V5" className="stroke-edge" strokeWidth="1.8" />
      </pattern>
      {CLEAR_POLARITIES.map((value) => (
        <pattern key={value} id={`suggested-${value}`} {...TILE} patternTransform="rotate(-45)">
          <path d="M0 0V5" className={INKS[value]} strokeWidth="1.4" />
        </pattern>
      ))}
    </defs>
  );
}
