import type { ReactNode } from "react";

const FIRST_MS = 400;
const STEP_MS = 150;

/**
 * A part far down a long page: laid out a moment after the first picture, or as soon as it comes near the screen, so that
 * a slow processor is never busy for long.
 */
export function DrawnLater({
  step,
  rem,
  children,
}: {
  /** Which part of the page it is: they come one after the other. */
  step: number;
  /** About how tall it is, for the scroll bar of the first moment. */
  rem: number;
  children: ReactNode;
}) {
  return (
    <div
      className="drawn-later"
      style={{
        containIntrinsicBlockSize: `auto ${rem}rem`,
        animationDelay: `${FIRST_MS + STEP_MS * step}ms`,
      }}
    >
      {children}
    </div>
  );
}
