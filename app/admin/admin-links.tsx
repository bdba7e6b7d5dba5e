"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import { PageLink } from "@/app/_ui/page-link";

/** The parts of the site that only admins see, in the order of how often they are needed. */
const ADMIN_PAGES = [
  { href: "/admin", name: "What waits" },
  { href: "/admin/adjudication", name: "Adjudication" },
  { href: "/admin/hubs", name: "Hubs" },
  { href: "/admin/works", name: "Papers" },
  { href: "/admin/imports", name: "Imports" },
  { href: "/admin/people", name: "People" },
  { href: "/admin/audit", name: "Audit log" },
] as const;

/**
 * The way from one page for admins to another. It runs in the browser because the layout it stands in is not told which
 * page it is around.
 */
export function AdminLinks() {
  const path = usePathname();
  const isCurrent = (href: string) => (href === "/admin" ? path === href : path.startsWith(href));
  return (
    <nav aria-label="Admin" className="flex flex-wrap gap-x-6 border-b border-line pt-1 text-ui">
      {ADMIN_PAGES.map(({ href, name }) => (
        <PageLink
          key={href}
          href={href as Route}
          aria-current={isCurrent(href) ? "page" : undefined}
          className="-mb-px border-b-2 border-transparent py-2.5 text-soft no-underline hover:text-ink hover:underline aria-[current]:border-spark aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {name}
        </PageLink>
      ))}
    </nav>
  );
}
