import type { ReactNode } from "react";

/** A page that has one thing to say. */
export function MessagePage({
  eyebrow,
  title,
  children,
}: {
  eyebrow: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <div className="max-w-[66ch] py-14">
      <p className="text-small tracking-wide text-soft">{eyebrow}</p>
      <h1 className="mt-2 font-serif text-title font-semibold leading-[1.16] tracking-[-0.012em] text-balance">
        {title}
      </h1>
      <div className="mt-5 space-y-5 font-serif text-body">{children}</div>
    </div>
  );
}
