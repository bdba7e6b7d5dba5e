import type { ReactNode } from "react";

/** A word in a rounded frame, in the colour of its text; `tentative` draws the frame dashed. */
export function Chip({
  className = "text-soft",
  tentative = false,
  children,
}: {
  className?: string;
  tentative?: boolean;
  children: ReactNode;
}) {
  return (
    <span
      className={`inline-block rounded-full border border-current px-2 text-tiny leading-[1.6] font-medium ${
        tentative ? "border-dashed" : ""
      } ${className}`}
    >
      {children}
    </span>
  );
}
