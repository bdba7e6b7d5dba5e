import { isBusy, signInkOf, signOf, strokeOf } from "@/app/_citation/polarity-look";
import { partKey } from "@/app/_citation/polarity-parts";
import { PolarityPatterns } from "@/app/_citation/polarity-patterns";
import { withThousands } from "@/lib/citation/count";
import type { LabelKind } from "@/lib/citation/label-kind";
import type { YearColumn } from "./year-columns";
import { describeYears } from "./year-description";
import { YearLinks } from "./year-links";
import { placeMarks } from "./year-marks";
import { outlinesOf, type PlacedPiece } from "./year-paths";
import { stackParts } from "./year-stack";

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
/** Nobody hits a narrower column; the table below the chart leads to the same citers. */
const POINTABLE = 10;
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
  const pieces = columns.flatMap(({ parts }, index) =>
    stackParts(parts, perCiter).map((piece) => ({ ...piece, middle: middleOf(index) })),
  );
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
        {pieces.some(({ part }) => isBusy(part)) ? <PolarityPatterns /> : null}
        <g transform={`translate(0 ${base})`} textAnchor="middle">
          {outlinesOf(pieces, width).map(({ part, path }) => (
            <path key={partKey(part)} d={path} className={strokeOf(part)} />
          ))}
          {width < SIGN_FITS
            ? null
            : pieces.map((piece) => <Sign key={`${piece.middle} ${partKey(piece.part)}`} piece={piece} />)}
          {columns.map(({ year, citers }, index) =>
            step === 1 && citers > 0 ? (
              <text
                key={year}
                x={middleOf(index)}
                y={-citers * perCiter - 5}
                className="fill-ink font-semibold"
              >
                {withThousands(citers)}
              </text>
            ) : null,
          )}
          {columns.map(({ year }, index) =>
            index % step === 0 ? (
              <text key={year} x={Math.max(YEAR_REACH, middleOf(index))} y={15} className="fill-soft">
                {year}
              </text>
            ) : null,
          )}
        </g>
        <path d={`M0 ${base + 0.5}H${WIDTH}`} className="stroke-edge" />
        {placed.map(({ mark, x, line, anchor }) => {
          const column = columns.find(({ year }) => year === mark.year);
          const top = base - (column?.citers ?? 0) * perCiter - (step === 1 ? 17 : 3);
          return (
            <Flag key={mark.word} mark={mark} x={x} y={MARK_LINE * line + 11} top={top} anchor={anchor} />
          );
        })}
      </svg>
      {pitch < POINTABLE ? null : (
        <YearLinks slug={slug} columns={columns} part={(pitch * columns.length) / WIDTH} />
      )}
    </div>
  );
}

/** The sign of a polarity on a piece that has room for it. */
function Sign({ piece: { part, middle, top, height } }: { piece: PlacedPiece }) {
  const ink = signInkOf(part);
  if (ink === null || height < SIGN_FITS) return null;
  return (
    <text x={middle} y={-top + height / 2 + 4} className={ink}>
      {signOf(part.value)}
    </text>
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
