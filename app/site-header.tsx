import type { Route } from "next";
import { PageLink } from "./_ui/page-link";
import { AccountMenu } from "./account-menu";

const PAGES = [
  ["/hubs", "Hubs"],
  ["/search", "Search"],
  ["/annotate", "Annotate"],
  ["/guidelines", "Guidelines"],
] as [Route, string][];

/** The mark: a hub and the spokes that meet in it. */
function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" width="22" height="22" className="text-spark">
      <path
        d="M16 3v6M16 23v6M3 16h6M23 16h6M6.8 6.8l4.3 4.3M20.9 20.9l4.3 4.3M25.2 6.8l-4.3 4.3M11.1 20.9l-4.3 4.3"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle cx="16" cy="16" r="4" fill="currentColor" />
    </svg>
  );
}

export function SiteHeader() {
  return (
    <header className="border-b border-line print:hidden">
      <a
        href="#content"
        className="sr-only rounded-md bg-card px-4 py-2 text-ui focus:not-sr-only focus:absolute focus:start-4 focus:top-2 focus:z-10 focus:px-4 focus:py-2"
      >
        Skip to the content
      </a>
      <nav
        aria-label="Site"
        className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1 px-4 py-2.5 sm:flex sm:gap-x-5 md:px-8"
      >
        <PageLink
          href="/"
          className="flex w-fit items-center gap-2 font-serif text-heading font-semibold text-ink no-underline"
        >
          <Mark />
          Spokes
        </PageLink>
        <ul className="flex flex-wrap items-center gap-x-2.5 text-small sm:ms-auto sm:gap-x-5 sm:text-ui">
          {PAGES.map(([href, label]) => (
            <li key={href}>
              <PageLink
                href={href}
                className="inline-block py-1 text-soft no-underline hover:text-ink hover:underline"
              >
                {label}
              </PageLink>
            </li>
          ))}
        </ul>
        <AccountMenu className="col-start-2 row-span-2 row-start-1" />
      </nav>
    </header>
  );
}
