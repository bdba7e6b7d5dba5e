import type { ReactNode } from "react";

/** Something the reader must know before the rest; `urgent` for what changes how the page is to be read. */
export function Notice({ urgent = false, children }: { urgent?: boolean; children: ReactNode }) {
  return (
    <div
      className={`mt-4 border-s-[3px] ps-3 ${
        urgent ? "border-contrasting py-1 text-ui text-ink" : "border-mixed text-small text-soft"
      }`}
    >
      {children}
    </div>
  );
}
