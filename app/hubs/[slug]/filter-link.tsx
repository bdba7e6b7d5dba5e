import type { ReactNode } from "react";
import { PageLink } from "@/app/_ui/page-link";
import type { QueryTerm } from "@/lib/citation/query";
import { citersWhere } from "./citers-where";

/** A figure as the way to the citers that it counts. `name` says what they are where the figure alone would not. */
export function FilterLink({
  slug,
  terms,
  name,
  className = "figure-link",
  children,
}: {
  slug: string;
  terms: readonly QueryTerm[];
  name?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <PageLink href={citersWhere(slug, terms)} rel="nofollow" aria-label={name} className={className}>
      {children}
    </PageLink>
  );
}
