import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { currentUser, requireAdmin } from "@/lib/auth/session";
import { AdminLinks } from "./admin-links";

/** For who is no admin this ends what the pages below say of themselves: a title tells what is there, or that it is. */
export async function generateMetadata(): Promise<Metadata> {
  const person = await currentUser();
  if (person?.role !== "admin") notFound();
  return { robots: { index: false } };
}

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
