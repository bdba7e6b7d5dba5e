import type { ReactNode } from "react";

/** A page that is one form, under a word on what it is for. */
export function FormPage({
  eyebrow,
  title,
  lead,
  children,
}: {
  eyebrow?: ReactNode;
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="max-w-[34rem] py-10">
      {eyebrow === undefined ? null : <p className="mb-2 text-small tracking-[.04em] text-soft">{eyebrow}</p>}
      <h1 className="font-serif text-title leading-[1.16] font-semibold tracking-[-0.012em] text-balance">
        {title}
      </h1>
      {lead === undefined ? null : <div className="mt-4 space-y-3 text-list text-soft">{lead}</div>}
      {children === undefined ? null : <div className="mt-7">{children}</div>}
    </div>
  );
}
