import { signInkOf, signOf, strokeOf } from "@/app/_citation/polarity-look";
import { partKey } from "@/app/_citation/polarity-parts";
import { PolarityPatterns } from "@/app/_citation/polarity-patterns";
import type { LabelKind } from "@/lib/citation/label-kind";
import type { YearColumn } from "./year-columns";
import { describeYears } from "./year-description";
import { YearLinks } from "./year-links";
import { placeMarks } from "./year-marks";
import { type StackedPart, stackParts } from "./year-stack";

/** An event that is marked above the column of its year. */
interface Mark {
  year: number | null;
  word: string;
  ink: string;
}

// In units of the drawing, which are pixels where it has its natural width.
const WIDTH = 340;
const HEIGHT = 112;
const MARK_LINE = 15;
const MARK_LENGTH = 94;
const BELOW = 20;
const MOST_YEARS_NAMED = 8;
const WIDEST_COLUMN = 34;
const SIGN_FITS = 13;
/** Half of the length of a year. */
const YEAR_REACH = 13;

/** Columns of citers, stacked by polarity, with the years below and the first of some kinds marked. */
export function YearChart({
  slug,
  columns,
  labels,
  marks,
}: {
  slug: string;
  columns: readonly YearColumn[];
  labels: LabelKind;
  marks: readonly Mark[];
}) {
  const shown = marks.filter(({ year }) => columns.some((column) => column.year === year));
  const above = MARK_LINE * (shown.length + 1);
  const base = above + HEIGHT;
  const pitch = Math.min(WIDTH / columns.length, WIDEST_COLUMN * 1.6);
  const width = Math.min(WIDEST_COLUMN, pitch * 0.78);
  const perCiter = HEIGHT / Math.max(...columns.map(({ citers }) => citers));
  const step = Math.ceil(columns.length / MOST_YEARS_NAMED);
  const middleOf = (index: number) => pitch * (index + 0.5);
  const placed = placeMarks(
    shown.map((mark) => ({ mark, x: middleOf(columns.findIndex(({ year }) => year === mark.year)) })),
    { room: MARK_LENGTH, width: WIDTH },
  );
  return (
    <div className="relative max-w-[420px]">
      <svg
        role="img"
        aria-label={describeYears(columns, labels, shown)}
        viewBox={`0 0 ${WIDTH} ${base + BELOW}`}
        className="w-full font-sans text-[11px] tabular-nums"
      >
        <PolarityPatterns />
        {columns.map(({ year, citers, parts }, index) => (
          <g key={year} transform={`translate(${middleOf(index)} ${base})`} textAnchor="middle">
            {stackParts(parts, perCiter).map((piece) => (
              <Piece key={partKey(piece.part)} piece={piece} width={width} />
            ))}
            {step === 1 && citers > 0 ? (
              <text y={-citers * perCiter - 5} className="fill-ink font-semibold">
                {citers.toLocaleString("en")}
              </text>
            ) : null}
            {index % step === 0 ? (
              <text
                x={middleOf(index) < YEAR_REACH ? YEAR_REACH - middleOf(index) : 0}
                y={15}
                className="fill-soft"
              >
                {year}
              </text>
            ) : null}
          </g>
        ))}
        <path d={`M0 ${base + 0.5}H${WIDTH}`} className="stroke-edge" />
        {placed.map(({ mark, x, line, anchor }) => {
          const column = columns.find(({ year }) => year === mark.year);
          const top = base - (column?.citers ?? 0) * perCiter - (step === 1 ? 17 : 3);
          return (
            <Flag key={mark.word} mark={mark} x={x} y={MARK_LINE * line + 11} top={top} anchor={anchor} />
          );
        })}
      </svg>
      <YearLinks slug={slug} columns={columns} pitch={pitch / WIDTH} />
    </div>
  );
}

function Piece({ piece: { part, top, height }, width }: { piece: StackedPart; width: number }) {
  const gap = height > 3 ? 1 : 0;
  const fits = height >= SIGN_FITS && width >= SIGN_FITS;
  const ink = signInkOf(part);
  return (
    <>
      <rect x={-width / 2} y={-top + gap} width={width} height={height - gap} className={strokeOf(part)} />
      {fits && ink !== null ? (
        <text y={-top + height / 2 + 4} className={ink}>
          {signOf(part.value)}
        </text>
      ) : null}
    </>
  );
}

/** The words of a mark beside a pole that stands on the column. */
function Flag({
  mark: { word, ink },
  x,
  y,
  top,
  anchor,
}: {
  mark: Mark;
  x: number;
  y: number;
  top: number;
  anchor: "start" | "end";
}) {
  return (
    <g className={ink}>
      <text
        x={anchor === "start" ? x + 4 : x - 4}
        y={y}
        textAnchor={anchor}
        className="stroke-none font-semibold"
      >
        {word}
      </text>
      <path d={`M${x} ${y - 9}V${top}`} strokeWidth="1.4" />
    </g>
  );
}
