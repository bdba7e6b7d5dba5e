import "server-only";
import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { noteVisit } from "@/db/commands/sessions";
import { getSessionUser } from "@/db/queries/session";
import { database } from "@/lib/database";
import { readTicket } from "./session-cookie";

/** The person who is signed in. */
export type CurrentUser = NonNullable<Awaited<ReturnType<typeof getSessionUser>>>;

/** Who is behind the request by its cookie and the database, once per request; a disabled person too. */
export const getVisitor = cache(async (): Promise<CurrentUser | null> => {
  const ticket = await readTicket();
  if (ticket === null) return null;
  const visitor = await getSessionUser(database(), ticket.sessionId, ticket.userId);
  if (visitor?.stale) await noteVisit(database(), ticket.sessionId);
  return visitor;
});

/** The person who is signed in and may act; null for readers and for disabled people. */
export async function currentUser(): Promise<CurrentUser | null> {
  const visitor = await getVisitor();
  return visitor === null || visitor.disabled ? null : visitor;
}

/** The person who is signed in; sends anybody else to the sign-in page, which leads back to `returnTo`. */
export async function requireUser(returnTo: string): Promise<CurrentUser> {
  const person = await currentUser();
  return person ?? redirect(`/sign-in?from=${encodeURIComponent(returnTo)}` as Route);
}

/** The admin who is signed in. For other people the page does not exist. */
export async function requireAdmin(returnTo: string): Promise<CurrentUser> {
  const person = await requireUser(returnTo);
  if (person.role !== "admin") notFound();
  return person;
}
