import type { ReactNode } from "react";

/** The line that stands where there is nothing to show: what is missing, and how it could come. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="max-w-[66ch] text-ui text-soft">{children}</p>;
}
