import type { Metadata } from "next";
import type { ReactNode } from "react";
import { requireAdmin } from "@/lib/auth/session";
import { AdminLinks } from "./admin-links";

export const metadata: Metadata = { robots: { index: false } };

/** Every page below asks for an admin itself as well: a layout and its page are rendered side by side. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireAdmin("/admin");
  return (
    <>
      <AdminLinks />
      {children}
    </>
  );
}
