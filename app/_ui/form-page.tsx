import type { ReactNode } from "react";

/** A page that is one form, under a word on what it is for. */
export function FormPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="max-w-[34rem] py-10">
      <h1 className="font-serif text-title leading-[1.16] font-semibold tracking-[-0.012em] text-balance">
        {title}
      </h1>
      {lead === undefined ? null : <div className="mt-4 space-y-3 text-list text-soft">{lead}</div>}
      <div className="mt-7">{children}</div>
    </div>
  );
}
