import type { ReactNode } from "react";

/** The head of a page: what kind of thing it shows, its title, by whom, and what else belongs there. */
export function PageHead({
  eyebrow,
  title,
  byline,
  children,
}: {
  eyebrow?: ReactNode;
  title: ReactNode;
  byline?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="max-w-[860px] pt-7 pb-6">
      {eyebrow === undefined ? null : <p className="text-small tracking-[.04em] text-soft">{eyebrow}</p>}
      <h1 className="mt-2 mb-2.5 font-serif text-title leading-[1.16] font-semibold tracking-[-0.012em] text-balance [overflow-wrap:anywhere]">
        {title}
      </h1>
      {byline}
      {children}
    </header>
  );
}
