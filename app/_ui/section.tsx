import type { ReactNode } from "react";

/** A part of a page under its heading; `note` is the short remark beside it, mostly a count. */
export function Section({
  id,
  title,
  note,
  aside = false,
  children,
}: {
  id: string;
  title: string;
  note?: ReactNode;
  /** Set smaller, for the narrow column. */
  aside?: boolean;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className={aside ? "mt-7 border-b border-line pb-6" : "mt-10"}>
      <div className="mb-3 flex flex-wrap items-baseline gap-x-3">
        <h2
          id={id}
          className={`scroll-mt-4 font-serif font-semibold leading-snug ${aside ? "text-list" : "text-heading"}`}
        >
          {title}
        </h2>
        {note === undefined ? null : <p className="text-small text-soft">{note}</p>}
      </div>
      {children}
    </section>
  );
}
