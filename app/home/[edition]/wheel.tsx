const SPOKES = 36;
const FULL_TURN = 2 * Math.PI;

/** Lengths of the spokes, as uneven as citing papers are; fixed, so that the drawing is the same each time. */
const REACH = [62, 88, 74, 96, 68, 82, 58, 92, 78];

/** An ornament: a hub, and papers around it that cite it. */
export function Wheel() {
  return (
    <svg
      aria-hidden="true"
      viewBox="-110 -110 220 220"
      className="hidden size-60 text-edge md:block print:hidden"
    >
      {Array.from({ length: SPOKES }, (_, i) => {
        const angle = (FULL_TURN * i) / SPOKES;
        const reach = REACH[(i * 4) % REACH.length] ?? 80;
        const at = (radius: number) =>
          `${(radius * Math.cos(angle)).toFixed(1)} ${(radius * Math.sin(angle)).toFixed(1)}`;
        const [x = "0", y = "0"] = at(reach + 4).split(" ");
        return (
          <g key={angle}>
            <path d={`M${at(24)}L${at(reach)}`} stroke="currentColor" strokeWidth="0.8" />
            <circle cx={x} cy={y} r="2.6" className="fill-paper" stroke="currentColor" strokeWidth="1.1" />
          </g>
        );
      })}
      <circle r="13" className="fill-spark" />
    </svg>
  );
}
