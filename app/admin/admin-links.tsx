"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import { ViewLinks } from "@/app/_ui/view-links";

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
  const isCurrent = ({ href }: { href: string }) =>
    href === "/admin" ? path === href : path.startsWith(href);
  return (
    <ViewLinks
      label="Admin"
      className="border-b border-line pt-1"
      shown={ADMIN_PAGES.find(isCurrent)?.href}
      views={ADMIN_PAGES.map(({ href, name }) => ({ name: href, href: href as Route, text: name }))}
    />
  );
}
