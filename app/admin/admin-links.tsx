import type { Route } from "next";
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

/** The way from one page for admins to another. */
export function AdminLinks() {
  return (
    <nav aria-label="Admin" className="flex flex-wrap gap-x-6 gap-y-1 border-b border-line py-3 text-ui">
      {ADMIN_PAGES.map(({ href, name }) => (
        <PageLink
          key={href}
          href={href as Route}
          className="text-soft no-underline hover:text-ink hover:underline"
        >
          {name}
        </PageLink>
      ))}
    </nav>
  );
}
