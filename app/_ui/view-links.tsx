import type { Route } from "next";
import type { ReactNode } from "react";
import { PageLink } from "./page-link";

interface View<Name extends string> {
  name: Name;
  href: Route;
  text: string;
  /** How many it holds. */
  count?: ReactNode;
}

/** The ways to the views of one page, or to the pages of one part, in a row above them, with the one that is shown marked. */
export function ViewLinks<Name extends string>({
  label,
  shown,
  views,
  className = "",
}: {
  label: string;
  shown: Name | undefined;
  views: readonly View<Name>[];
  className?: string;
}) {
  return (
    <nav aria-label={label} className={className}>
      <ul className="flex flex-wrap gap-x-6">
        {views.map(({ name, href, text, count }) => (
          <li key={name}>
            <PageLink
              href={href}
              aria-current={name === shown ? "page" : undefined}
              className="-mb-px flex items-baseline gap-x-2 border-b-2 border-transparent py-2.5 text-ui text-soft no-underline hover:text-ink hover:underline aria-[current]:border-spark aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {text}
              {count === undefined ? null : (
                <>
                  {" "}
                  <span className="text-small font-normal text-soft">{count}</span>
                </>
              )}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
