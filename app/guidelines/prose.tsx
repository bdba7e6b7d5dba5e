import type { ReactNode } from "react";

/** Running text of the guidelines. */
export function Prose({ children }: { children: ReactNode }) {
  return <p className="mt-3 max-w-[596px] font-serif text-body leading-relaxed">{children}</p>;
}

/** Several paragraphs of it. */
export function Paragraphs({ of }: { of: readonly string[] }) {
  return of.map((text) => <Prose key={text}>{text}</Prose>);
}
