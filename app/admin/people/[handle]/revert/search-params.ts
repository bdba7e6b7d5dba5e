import type { Route } from "next";
import { z } from "zod";

/** A day, `2026-05-03`, as the moment at which it begins in Greenwich. */
export const SinceDay = z.iso.date().transform((day) => new Date(`${day}T00:00:00Z`));

/** Reads since when votes are to be reverted; null when the address does not say. */
export function readSince(since: string | string[] | undefined): Date | null {
  return SinceDay.nullable().catch(null).parse([since].flat()[0]);
}

/** The address of the page that counts and asks before votes are reverted. */
export function revertHref(handle: string): Route {
  return `/admin/people/${handle}/revert` as Route;
}
